package retention.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API keys of a file, which is followed: what is added or taken out there counts a moment later. Thread-safe. */
public final class ApiKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);

    /** Far longer than any key; what is longer is not looked at. */
    private static final int LONGEST = 256;

    private static final ThreadLocal<Desk> DESK = ThreadLocal.withInitial(Desk::new);

    private final Followed<KeyRing> file;
    private final InstantSource clock;

    private ApiKeys(Followed<KeyRing> file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Reads the file. Throws IllegalArgumentException, with file and line, for one that is no good, has no key, or can be
     * written by others than its owner; IOException for one that cannot be read.
     */
    public static ApiKeys follow(Path file, InstantSource clock) throws IOException {
        var followed = new Followed<>(List.of(file), contents -> ring(file, contents.get(0)));
        if (followed.now().size() == 0) {
            throw new IllegalArgumentException(
                    file + " holds no key; 'advisor keys add NAME --scopes advise --keys " + file + "' makes one");
        }
        if (Permissions.everybodyReads(file)) {
            LOG.warn(
                    "everybody on this machine can read {}; it holds hashes and no keys, still: chmod 640 {}",
                    file,
                    file);
        }
        return new ApiKeys(followed, clock);
    }

    /** The key, if it is known and has not ended. Costs one hash and allocates next to nothing. */
    @Nullable
    ApiKey find(String shown) {
        Desk desk = DESK.get();
        if (!desk.hash(shown)) {
            return null;
        }
        KeyRing ring = file.now();
        int place = ring.find(desk.hash);
        return place < 0 ? null : ring.good(place, clock.millis());
    }

    /** Looks whether the file has changed. */
    void look() {
        if (file.look() && file.now().size() == 0) {
            LOG.warn("no key is left in the keys file: every request that needs one is refused");
        }
    }

    /**
     * As sshd does with the keys that let somebody in: who may write the file may let in whom they like, so it is
     * refused; who reads it learns nothing to get in with. A file without any text is taken for one that is being written.
     */
    private static KeyRing ring(Path file, byte[] content) {
        try {
            if (Permissions.othersWrite(file)) {
                throw new IllegalArgumentException("others than its owner can write " + file
                        + ", and so let in whom they like: chmod go-w " + file);
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be looked at", unreadable);
        }
        if (content.length == 0) {
            throw new IllegalArgumentException(file + " is empty; 'advisor keys add NAME --scopes advise --keys " + file
                    + "' writes a key into it");
        }
        return new KeyRing(KeyLines.read(file.toString(), content));
    }

    /** What one thread works with, used again and again. */
    private static final class Desk {

        private final MessageDigest digest = ApiKey.digest();
        private final byte[] text = new byte[LONGEST];
        private final byte[] hash = new byte[digest.getDigestLength()];

        /** False for what cannot be a key. */
        boolean hash(String shown) {
            int length = shown.length();
            if (length > LONGEST) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                text[i] = (byte) Math.min(shown.charAt(i), 0x7f);
            }
            digest.update(text, 0, length);
            Arrays.fill(text, 0, length, (byte) 0);
            try {
                digest.digest(hash, 0, hash.length);
                return true;
            } catch (DigestException itFits) {
                throw new IllegalStateException(itFits);
            }
        }
    }
}
