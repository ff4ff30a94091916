package retention.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Refuses what is no text before it is read as JSON: the library guesses other encodings, takes overlong forms of a letter,
 * and hands on halves of a character, which other programs cannot read.
 */
final class WellFormed {

    private static final int ESCAPE = 6; // \ u and four digits

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long SIGNS = ONES << (Byte.SIZE - 1);
    private static final long BACKSLASHES = ONES * '\\';

    private WellFormed() {}

    /** Throws {@link BadRequest} when the bytes are not UTF-8, or name half a character by an escape. */
    static void require(byte[] json, int from, int length) {
        if (!plain(json, from, length)) {
            requireWholeCharacters(decoded(json, from, length));
        }
    }

    /** Most customers are ASCII without escapes; of those there is nothing to check. */
    private static boolean plain(byte[] json, int from, int length) {
        int i = from;
        int end = from + length;
        while (i <= end - Long.BYTES && plain((long) EIGHT.get(json, i))) {
            i += Long.BYTES;
        }
        while (i < end && json[i] > 0 && json[i] != '\\') {
            i++;
        }
        return i == end;
    }

    /**
     * Eight bytes at once: less by one, a byte has its sign only if it had it before or was zero; so has one that was a
     * backslash, once what all of them share with it is taken away.
     */
    private static boolean plain(long eight) {
        return (((eight - ONES) | ((eight ^ BACKSLASHES) - ONES)) & SIGNS) == 0;
    }

    private static CharSequence decoded(byte[] json, int from, int length) {
        try {
            CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json, from, length));
            if (text.chars().noneMatch(c -> c == 0)) {
                return text;
            }
        } catch (CharacterCodingException malformed) {
            // told below
        }
        throw new BadRequest("", "is not UTF-8");
    }

    private static void requireWholeCharacters(CharSequence text) {
        boolean second = false; // half of a character is to come
        int i = 0;
        while (i < text.length()) {
            char sign = text.charAt(i) == '\\' ? escaped(text, i) : ' ';
            if (Character.isLowSurrogate(sign) != second) {
                throw new BadRequest("", "holds half a character, such as \\ud800 alone");
            }
            second = Character.isHighSurrogate(sign);
            i += text.charAt(i) != '\\' ? 1 : unicode(text, i) ? ESCAPE : 2;
        }
    }

    private static boolean unicode(CharSequence text, int at) {
        return at + ESCAPE <= text.length() && text.charAt(at + 1) == 'u';
    }

    /** Any sign but a surrogate when it is none; wrong escapes are told when the JSON is read. */
    private static char escaped(CharSequence text, int at) {
        if (!unicode(text, at)) {
            return ' ';
        }
        int sign = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            sign = sign * 16 + Math.max(0, Character.digit(text.charAt(i), 16));
        }
        return (char) sign;
    }
}
