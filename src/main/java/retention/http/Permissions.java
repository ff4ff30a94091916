package retention.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Who may read and write a file, where the disk knows such a thing. */
final class Permissions {

    private Permissions() {}

    /** Whether somebody other than the owner may write it. */
    static boolean othersWrite(Path file) throws IOException {
        Set<PosixFilePermission> granted = of(file);
        return granted.contains(PosixFilePermission.GROUP_WRITE) || granted.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** Whether everybody on this machine may read it; a group is no everybody: it is how a program gets a file of root's. */
    static boolean everybodyReads(Path file) throws IOException {
        return of(file).contains(PosixFilePermission.OTHERS_READ);
    }

    private static Set<PosixFilePermission> of(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? Set.of() : view.readAttributes().permissions();
    }
}
