package retention.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** SHA-256 in lower-case hexadecimal. Thread-safe. */
public final class Hash {

    /** To look for one takes longer than to hash a few lines; each use begins anew. */
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Hash::made);

    private Hash() {}

    /** Over several texts in their order, each with its length, for where one ends decides, too. */
    public static String of(List<String> texts) {
        MessageDigest hash = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                hash.update((byte) (bytes.length >>> shift));
            }
            hash.update(bytes);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** Over bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Over all that is put into it. */
    static String of(Consumer<MessageDigest> putting) {
        MessageDigest hash = sha256();
        putting.accept(hash);
        return HexFormat.of().formatHex(hash.digest());
    }

    private static MessageDigest sha256() {
        MessageDigest hash = SHA256.get();
        hash.reset(); // whoever had it last may have failed
        return hash;
    }

    private static MessageDigest made() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }
}
