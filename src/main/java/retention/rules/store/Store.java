package retention.rules.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A folder of sealed entries, found by key. Whatever is wrong with it - it cannot be written, an entry was cut off or
 * doctored - costs time and a line in the log, and nothing else. Thread-safe; several processes may share it.
 */
public final class Store {

    static final String UNFINISHED = ".tmp";

    /** More than any rule folder becomes. */
    private static final long LARGEST = 64L << 20;

    /** What entries hold, and how many of them are kept. */
    public enum Kind {
        /** A rule file as classes. */
        FILE(".file", 500),
        /** What the checks of a rule folder found. */
        BOOK(".book", 20);

        final String suffix;
        final int most;

        Kind(String suffix, int most) {
            this.suffix = suffix;
            this.most = most;
        }
    }

    private final Path folder;
    private final Consumer<String> log;
    private @Nullable Seal seal;
    private boolean unusable;
    private boolean unwritable;

    /** Nothing is read or made before the first entry is looked for or kept. */
    public Store(Path folder, Consumer<String> log) {
        this.folder = folder;
        this.log = log;
    }

    /** The entry; null when there is none that can be trusted. */
    public byte @Nullable [] find(Kind kind, String key) {
        Path entry = entry(kind, key);
        Seal known = Files.exists(entry) ? seal() : null;
        if (known == null) {
            return null;
        }
        try {
            byte[] content = Files.size(entry) > LARGEST ? null : known.open(name(entry), Files.readAllBytes(entry));
            if (content == null) {
                refuse(kind, key);
            }
            return content;
        } catch (NoSuchFileException meanwhile) {
            return null; // another process tidied up
        } catch (IOException unreadable) {
            log.accept(entry + " cannot be read (" + unreadable.getMessage() + "); it is made anew");
            return null;
        }
    }

    /** Keeps an entry for the next start. */
    public void keep(Kind kind, String key, byte[] content) {
        Seal known = writable() ? seal() : null;
        if (known == null) {
            return;
        }
        Path entry = entry(kind, key);
        try {
            write(entry, known.close(name(entry), content));
            new Leftovers(folder).tidy(entry, kind);
        } catch (IOException unwritable) {
            giveUp(unwritable);
        }
    }

    /** Removes an entry that is of no use, and says so. */
    public void refuse(Kind kind, String key) {
        Path entry = entry(kind, key);
        log.accept(entry + " is damaged, or this advisor did not write it; it is made anew");
        try {
            Files.deleteIfExists(entry);
        } catch (IOException unwritable) {
            giveUp(unwritable);
        }
    }

    private void write(Path entry, byte[] bytes) throws IOException {
        Path made = Files.createTempFile(folder, "new", UNFINISHED);
        try {
            Files.write(made, bytes);
            Files.move(made, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /** Null when the folder cannot be used. */
    private synchronized @Nullable Seal seal() {
        if (seal == null && !unusable) {
            try {
                seal = new Seal(key());
            } catch (IOException | UnsupportedOperationException cannot) {
                unusable = true;
                giveUp(cannot);
            }
        }
        return seal;
    }

    private byte[] key() throws IOException {
        var owner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
        var file = new KeyFile(folder);
        byte[] known = file.read();
        if (known != null) {
            return known;
        }
        if (!owner.equals(Files.getPosixFilePermissions(folder))) {
            Files.setPosixFilePermissions(folder, owner);
        }
        return file.make();
    }

    private synchronized boolean writable() {
        return !unwritable;
    }

    /** What is there already can still be read. */
    private synchronized void giveUp(Exception cause) {
        if (!unwritable) {
            unwritable = true;
            log.accept("compiled rules cannot be kept in " + folder + " ("
                    + cause.getClass().getSimpleName() + ": " + cause.getMessage() + "); the next start takes longer");
        }
    }

    private Path entry(Kind kind, String key) {
        return folder.resolve(key + kind.suffix);
    }

    private static String name(Path entry) {
        return Objects.requireNonNull(entry.getFileName()).toString();
    }
}
