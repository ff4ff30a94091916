package retention.rules.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Marks bytes so that only who knows the key can have written them under this name: HMAC-SHA256. Thread-safe. */
final class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MARK = 32;

    /** Asked by name: to look through all providers loads each of them. */
    private static final String USUAL = "SunJCE";

    private final SecretKeySpec key;

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The content with its mark in front. */
    byte[] close(String name, byte[] content) {
        byte[] closed = Arrays.copyOf(mark(name, content, 0), MARK + content.length);
        System.arraycopy(content, 0, closed, MARK, content.length);
        return closed;
    }

    /** The content; null when somebody else wrote it, it was written under another name, or it has changed since. */
    byte @Nullable [] open(String name, byte[] closed) {
        if (closed.length < MARK) {
            return null;
        }
        byte[] mark = Arrays.copyOf(closed, MARK);
        return MessageDigest.isEqual(mark, mark(name, closed, MARK))
                ? Arrays.copyOfRange(closed, MARK, closed.length)
                : null;
    }

    private byte[] mark(String name, byte[] bytes, int from) {
        try {
            Provider quick = Security.getProvider(USUAL);
            Mac mac = quick == null ? Mac.getInstance(ALGORITHM) : Mac.getInstance(ALGORITHM, quick);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0); // ends the name, which never holds one
            mac.update(bytes, from, bytes.length - from);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it, and any bytes are a key
        }
    }
}
