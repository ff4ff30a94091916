package retention.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Reads a private key: PKCS#8 of any kind, and the older forms PKCS#1 for RSA and SEC 1 for EC, which are wrapped into it. */
final class PemKey {

    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";
    private static final byte[] VERSION = {2, 1, 0};
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final String EC_KEY = "06072a8648ce3d0201";
    private static final byte SEQUENCE = 0x30;
    private static final byte OCTETS = 0x04;
    private static final int PARAMETERS = 0xa0;

    private PemKey() {}

    /** The one private key in the file; throws IllegalArgumentException, with the file's name, when it is none of that algorithm. */
    static PrivateKey read(String file, byte[] content, String algorithm) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.contains("ENCRYPTED")) {
            throw new IllegalArgumentException("the private key in " + file
                    + " has a password; take it off with: openssl pkey -in " + file + " -out NEW-FILE");
        }
        String kind = kind(file, text);
        try {
            byte[] key = Base64.getMimeDecoder().decode(body(text, kind));
            byte[] pkcs8 = switch (kind) {
                case "RSA PRIVATE KEY" -> wrap(RSA, key);
                case "EC PRIVATE KEY" -> wrap(curve(key), key);
                default -> key;
            };
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new IllegalArgumentException(
                    file + " holds no whole " + algorithm + " private key, which is what the certificate needs", wrong);
        }
    }

    private static String kind(String file, String text) {
        for (String kind : new String[] {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"}) {
            if (text.contains(BEGIN + kind + DASHES)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(file + " holds no private key; it must be PEM, without a password");
    }

    private static String body(String text, String kind) {
        String head = BEGIN + kind + DASHES;
        int from = text.indexOf(head) + head.length();
        return text.substring(from, text.indexOf("-----END", from));
    }

    /** PKCS#8: version, algorithm, the key as octets. */
    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return tagged(SEQUENCE, joined(VERSION, algorithm, tagged(OCTETS, key)));
    }

    /** SEC 1 tells the curve behind the secret, PKCS#8 before it. */
    private static byte[] curve(byte[] sec1) {
        int at = 2 + (sec1[1] < 0 ? sec1[1] & 0x7f : 0); // into the sequence
        while ((sec1[at] & 0xff) != PARAMETERS) {
            at += 2 + sec1[at + 1]; // all are short
        }
        byte[] name = new byte[sec1[at + 1]];
        System.arraycopy(sec1, at + 2, name, 0, name.length);
        return tagged(SEQUENCE, joined(HexFormat.of().parseHex(EC_KEY), name));
    }

    private static byte[] tagged(byte tag, byte[] value) {
        int length = value.length;
        byte[] head = length < 0x80
                ? new byte[] {tag, (byte) length}
                : length < 0x100
                        ? new byte[] {tag, (byte) 0x81, (byte) length}
                        : new byte[] {tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return joined(head, value);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
