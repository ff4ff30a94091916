package retention.rules.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The secret of a state folder: random bytes in a file that its owner alone can read. */
final class KeyFile {

    static final String NAME = "seal.key";

    /** Empty; held while a key is made. */
    private static final String LOCK = "seal.lock";

    private static final int LENGTH = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    private static final Set<OpenOption> OPEN_LOCK =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final String ROOT = "root";

    private final Path folder;
    private final Path file;

    KeyFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
    }

    /** The key; null when there is none yet, or when somebody else may know it. */
    byte @Nullable [] read() throws IOException {
        try {
            if (!ours(Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS))) {
                return null;
            }
            byte[] key = Files.readAllBytes(file);
            return key.length == LENGTH ? key : null;
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    /**
     * A new key, with which everything goes that was sealed with the last one: whoever could read that can have written
     * it. Of several processes that find none to trust at the same time, one makes it and the others take that one.
     */
    byte[] make() throws IOException {
        synchronized (KeyFile.class) { // a process cannot wait for a lock that it holds itself
            try (FileChannel door = FileChannel.open(folder.resolve(LOCK), OPEN_LOCK, OWNER);
                    FileLock alone = door.lock()) {
                byte[] there = alone.isValid() ? read() : null;
                if (there != null) {
                    return there;
                }
                new Leftovers(folder).dropAll();
                return replace();
            }
        }
    }

    private byte[] replace() throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Path made = Files.createTempFile(folder, "new", Store.UNFINISHED); // readable by its owner alone
        Files.write(made, key);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return key;
    }

    /** A file that only its owner can read, and that we can read, is ours - but root can read everybody's. */
    private static boolean ours(PosixFileAttributes found) {
        boolean root = ROOT.equals(System.getProperty("user.name"));
        return found.isRegularFile()
                && OWNER_ONLY.containsAll(found.permissions())
                && (!root || ROOT.equals(found.owner().getName()));
    }
}
