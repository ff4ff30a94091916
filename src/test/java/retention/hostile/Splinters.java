package retention.hostile;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Bytes with a few pieces cut out, doubled, turned over or put in. */
final class Splinters {

    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_CUT = 40;

    private Splinters() {}

    /** A changed copy; {@code foreign} is what may be put in. */
    static byte[] in(byte[] bytes, List<byte[]> foreign, Random random) {
        byte[] changed = bytes;
        for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
            changed = once(changed, foreign, random);
        }
        return changed;
    }

    private static byte[] once(byte[] bytes, List<byte[]> foreign, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(LONGEST_CUT));
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        switch (random.nextInt(6)) {
            case 0 -> out.write(bytes, to, bytes.length - to);
            case 1 -> out.write(bytes, Math.max(0, from - (to - from)), bytes.length - Math.max(0, from - (to - from)));
            case 2 -> {
                out.write(random.nextInt(256));
                out.write(bytes, from, bytes.length - from);
            }
            case 3 -> {
                byte[] whole = bytes.clone();
                if (from < whole.length) {
                    whole[from] ^= (byte) (1 << random.nextInt(8));
                }
                return whole;
            }
            case 4 -> {} // nothing after it
            default -> {
                out.writeBytes(foreign.get(random.nextInt(foreign.size())));
                out.write(bytes, from, bytes.length - from);
            }
        }
        return out.toByteArray();
    }
}
