package retention.http;

import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of one reading of the file, so that asking costs nothing but comparing. Immutable. */
final class KeyRing {

    private final List<ApiKey> keys;
    private final byte[][] hashes;
    private final long[] ends;

    KeyRing(List<ApiKey> keys) {
        this.keys = List.copyOf(keys);
        this.hashes =
                keys.stream().map(key -> HexFormat.of().parseHex(key.sha256())).toArray(byte[][]::new);
        this.ends = keys.stream().mapToLong(KeyRing::end).toArray();
    }

    /** How many there are. */
    int size() {
        return hashes.length;
    }

    /** Where the key with this hash is, -1 for none. Every hash is compared whole, so the time tells nothing. */
    int find(byte[] hash) {
        int found = -1;
        for (int i = 0; i < hashes.length; i++) {
            found = MessageDigest.isEqual(hashes[i], hash) ? i : found;
        }
        return found;
    }

    /** The key at that place; null once its last day is over. */
    @Nullable
    ApiKey good(int place, long millis) {
        return millis < ends[place] ? keys.get(place) : null;
    }

    private static long end(ApiKey key) {
        return key.lastDay() == null
                ? Long.MAX_VALUE
                : key.lastDay()
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
    }
}
