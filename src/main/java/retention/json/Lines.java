package retention.json;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream, one at a time, without copying them: the caller looks into the buffer. Holds one line of at most
 * {@code longest} bytes; what is longer is thrown away as it arrives. For one thread.
 */
public final class Lines {

    private static final int FIRST_BUFFER = 16 * 1024;

    private final InputStream in;
    private final int longest;
    private final Flushable answers;

    private byte[] buffer;
    private int filled;
    private int from;
    private int to;
    private int next;
    private long number;
    private boolean tooLong;

    /** Before it waits for more input it flushes {@code answers}, so that nobody waits for each other. */
    public Lines(InputStream in, int longest, Flushable answers) {
        this.in = in;
        this.longest = longest;
        this.answers = answers;
        this.buffer = new byte[Math.min(FIRST_BUFFER, longest + 1)];
    }

    /** Moves to the next line that is not blank; false at the end of the stream. */
    public boolean next() throws IOException {
        while (advance()) {
            number++;
            if (tooLong || !blank()) {
                return true;
            }
        }
        return false;
    }

    /** Where the line is, from {@link #from}; valid until {@link #next}. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the line begins in {@link #buffer}. */
    public int from() {
        return from;
    }

    /** Bytes of the line. */
    public int length() {
        return to - from;
    }

    /** Number of the line from 1; blank lines count. */
    public long number() {
        return number;
    }

    /** Whether the line was longer than allowed; then only its tail is in the buffer. */
    public boolean tooLong() {
        return tooLong;
    }

    private boolean advance() throws IOException {
        from = next;
        to = next;
        tooLong = false;
        while (!atNewline()) {
            forgetTooLong();
            if (!fill()) {
                next = to;
                return tooLong || to > from; // the last line may lack its end
            }
        }
        next = to + 1;
        return true;
    }

    private boolean atNewline() {
        while (to < filled && buffer[to] != '\n') {
            to++;
        }
        return to < filled;
    }

    private void forgetTooLong() {
        if (to - from > longest) {
            tooLong = true;
            from = to;
        }
    }

    private boolean fill() throws IOException {
        makeRoom();
        if (in.available() <= 0) {
            answers.flush();
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read >= 0;
    }

    private void makeRoom() {
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        to -= from;
        from = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * filled, longest + 1L));
        }
    }

    private boolean blank() {
        int at = from;
        while (at < to && buffer[at] <= ' ' && buffer[at] >= 0) {
            at++;
        }
        return at == to;
    }
}
