package retention.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.json.Hash;

/**
 * What the server knows of an API key, which is not the key itself but its hash.
 *
 * <p>The hash is a fast one, without salt, and that is right here: a key is 256 random bits, so nobody finds it by trying,
 * however fast. Slow hashes and salt are for passwords, which people choose; here a slow one would only make each request dear.
 *
 * @param name who holds the key; for the log
 * @param sha256 of the key's characters, 64 small hexadecimal digits
 * @param lastDay the last day, in UTC, on which it is good; null when it does not end
 */
public record ApiKey(
        String name,
        Set<Scope> scopes,
        String sha256,
        @Nullable LocalDate lastDay) {

    /** With a copy of the scopes. */
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** The hash of a key, as it stands in the keys file. */
    public static String hash(String key) {
        return Hash.of(key.getBytes(StandardCharsets.US_ASCII));
    }

    /** The scopes as the keys file has them. */
    public String scopeWords() {
        return EnumSet.copyOf(scopes).stream().map(Scope::word).collect(Collectors.joining(","));
    }

    /** The line of the keys file. */
    public String line() {
        return name + " " + scopeWords() + " sha256:" + sha256 + (lastDay == null ? "" : " until " + lastDay);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
