package retention.rules.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The secret of a state folder: random bytes in a file that its owner alone can read. */
final class KeyFile {

    static final String NAME = "seal.key";
    private static final int LENGTH = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final String ROOT = "root";

    private final Path file;

    KeyFile(Path folder) {
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

    /** Another key; gives back what is there then, because a second process may do the same at the same time. */
    byte[] replace() throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Path made = Files.createTempFile(file.getParent(), "new", Store.UNFINISHED); // readable by its owner alone
        Files.write(made, key);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        byte[] there = read();
        return there == null ? key : there;
    }

    /** A file that only its owner can read, and that we can read, is ours - but root can read everybody's. */
    private static boolean ours(PosixFileAttributes found) {
        boolean root = ROOT.equals(System.getProperty("user.name"));
        return found.isRegularFile()
                && OWNER_ONLY.containsAll(found.permissions())
                && (!root || ROOT.equals(found.owner().getName()));
    }
}
