package retention.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer that comes in chunks, as one stream that holds nothing. For one thread. */
public final class Chunks extends InputStream {

    private final InputStream in;
    private int left;
    private boolean first = true;
    private boolean ended;

    /** Behind the head of the answer. */
    public Chunks(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(to, from, Math.min(length, left));
        if (read < 0) {
            throw new EOFException("ended within a chunk");
        }
        left -= read;
        return read;
    }

    private void nextChunk() throws IOException {
        if (!first) {
            line(); // ends the chunk before
        }
        first = false;
        left = Integer.parseInt(line(), 16);
        ended = left == 0;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("ended between chunks");
            }
            line.append(new String(new byte[] {(byte) next}, ISO_8859_1));
        }
        return line.toString().strip();
    }
}
