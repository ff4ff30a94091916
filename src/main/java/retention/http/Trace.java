package retention.http;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * By what a request can be found again in the logs of all who took part: W3C Trace Context, header {@code traceparent}.
 *
 * @param high the first half of the trace id
 * @param low its second half; both halves are never zero at once
 * @param span what we call our own part; never zero
 * @param sampled whether the caller keeps what is told of this trace
 */
record Trace(long high, long low, long span, boolean sampled) {

    private static final int LENGTH = 55;
    private static final int ID = 3;
    private static final int PARENT = 36;
    private static final int FLAGS = 53;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** Goes on with the caller's trace; begins one of its own when the caller's is missing or not as the standard says. */
    static Trace of(@Nullable String header) {
        ThreadLocalRandom random = ThreadLocalRandom.current(); // nobody need guess it, and nobody waits for it
        long span = random.nextLong() | 1;
        if (header == null || !wellFormed(header)) {
            return new Trace(random.nextLong(), random.nextLong() | 1, span, false);
        }
        boolean sampled = (digit(header.charAt(FLAGS + 1)) & 1) == 1;
        return new Trace(number(header, ID), number(header, ID + 16), span, sampled);
    }

    /** As the standard has it for version 00; of a later version, the part that it shares with that one. */
    private static boolean wellFormed(String header) {
        int length = header.length();
        if (length < LENGTH || (length > LENGTH && (header.startsWith("00") || header.charAt(LENGTH) != '-'))) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == ID - 1 || i == PARENT - 1 || i == FLAGS - 1;
            if (dash ? header.charAt(i) != '-' : digit(header.charAt(i)) < 0) {
                return false;
            }
        }
        boolean id = (number(header, ID) | number(header, ID + 16)) != 0;
        return id && number(header, PARENT) != 0 && !header.startsWith("ff");
    }

    private static long number(String header, int from) {
        long number = 0;
        for (int i = from; i < from + 16; i++) {
            number = number << 4 | digit(header.charAt(i));
        }
        return number;
    }

    /** Small letters only, as the standard wants; -1 for all else. */
    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /** The trace id: 32 digits. */
    String id() {
        byte[] text = new byte[32];
        write(text, 0, high);
        write(text, 16, low);
        return ascii(text);
    }

    /** For the answer: the trace with our own part of it. */
    String header() {
        byte[] text = new byte[LENGTH];
        text[0] = '0';
        text[1] = '0';
        text[ID - 1] = '-';
        write(text, ID, high);
        write(text, ID + 16, low);
        text[PARENT - 1] = '-';
        write(text, PARENT, span);
        text[FLAGS - 1] = '-';
        text[FLAGS] = '0';
        text[FLAGS + 1] = (byte) (sampled ? '1' : '0');
        return ascii(text);
    }

    private static void write(byte[] text, int from, long number) {
        for (int i = 0; i < 16; i++) {
            text[from + i] = DIGITS[(int) (number >>> (60 - 4 * i)) & 15];
        }
    }

    private static String ascii(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1); // copied as it is
    }
}
