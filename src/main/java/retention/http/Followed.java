package retention.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What some files say together. They are read anew when their contents, not only their times, have changed and then rested
 * between two looks, so that half a copy is not taken. What cannot be read leaves in force what was read before. One thread
 * looks, any may ask.
 */
final class Followed<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Followed.class);

    private final List<Path> files;
    private final Function<List<byte[]>, T> reading;
    private final String names;
    private volatile T value;
    private List<ByteBuffer> taken;
    private List<ByteBuffer> seen;
    private String told = "";

    /**
     * Reads the files; throws IOException when one cannot be read.
     *
     * @param reading gets the contents in the order of the files; throws IllegalArgumentException for what is no good
     */
    Followed(List<Path> files, Function<List<byte[]>, T> reading) throws IOException {
        this.files = List.copyOf(files);
        this.reading = reading;
        this.names = files.stream().map(Path::toString).collect(Collectors.joining(" and "));
        this.taken = contents();
        this.seen = taken;
        this.value = value(taken);
    }

    /** What was read last and is good. */
    T now() {
        return value;
    }

    /** Looks at the files; whether something new is in force. */
    boolean look() {
        List<ByteBuffer> before = seen;
        try {
            seen = contents();
            if (seen.equals(taken)) {
                told = "";
                return false;
            }
            if (!seen.equals(before)) {
                return false; // somebody may still be writing
            }
            value = value(seen);
            taken = seen;
            told = "";
            LOG.info("{} changed and is in force", names);
            return true;
        } catch (NoSuchFileException gone) {
            tell("there is no file " + gone.getMessage());
        } catch (IOException unreadable) {
            tell(names + " cannot be read");
        } catch (IllegalArgumentException wrong) {
            tell(String.valueOf(wrong.getMessage()));
        }
        return false;
    }

    private void tell(String what) {
        if (!what.equals(told)) {
            LOG.error("{}; what was read before stays in force", what);
            told = what;
        }
    }

    private T value(List<ByteBuffer> contents) {
        return reading.apply(contents.stream().map(ByteBuffer::array).toList());
    }

    private List<ByteBuffer> contents() throws IOException {
        var contents = new ArrayList<ByteBuffer>(files.size());
        for (Path file : files) {
            contents.add(ByteBuffer.wrap(Files.readAllBytes(file)));
        }
        return contents;
    }
}
