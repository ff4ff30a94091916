package retention.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;

/** Standard output as bytes. Unlike System.out it says when what was written is lost: a full disk, a closed pipe. */
final class StandardOutput {

    private StandardOutput() {}

    /** Not buffered; closing it closes standard output. */
    static OutputStream open() {
        return new FileOutputStream(FileDescriptor.out);
    }
}
