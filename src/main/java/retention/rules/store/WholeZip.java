package retention.rules.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import retention.json.Hash;

/**
 * A zip file whose comment is the SHA-256 of all before it, so that no change of a byte goes unnoticed. Nothing in it is
 * compressed: the same content gives the same bytes everywhere, and none can grow when it is read.
 */
public final class WholeZip {

    private static final int HASH = 64;
    private static final int MOST = 50_000;
    private static final int LARGEST = 64 << 20;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WholeZip() {}

    /** One entry first, the others by name. */
    public static byte[] write(String firstName, byte[] first, Map<String, byte[]> others) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setComment("0".repeat(HASH));
            add(zip, firstName, first);
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(others).entrySet()) {
                add(zip, entry.getKey(), entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // into memory
        }
        byte[] whole = bytes.toByteArray();
        System.arraycopy(hash(whole), 0, whole, whole.length - HASH, HASH);
        return whole;
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The entries by name; throws IOException for anything that {@link #write} did not write. */
    public static Map<String, byte[]> read(byte[] whole) throws IOException {
        boolean same = whole.length > HASH
                && whole.length <= LARGEST
                && Arrays.equals(hash(whole), Arrays.copyOfRange(whole, whole.length - HASH, whole.length));
        if (!same) {
            throw new IOException("its content does not match its hash");
        }
        var entries = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(whole), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean stored = entry.getMethod() == ZipEntry.STORED && entries.size() < MOST;
                if (!stored || entries.put(entry.getName(), zip.readAllBytes()) != null) {
                    throw new IOException("an entry is packed, there twice or one too many");
                }
            }
        } catch (IllegalArgumentException notUtf8) {
            throw new IOException("a name in it is no text", notUtf8);
        }
        return entries;
    }

    private static byte[] hash(byte[] whole) {
        return Hash.of(Arrays.copyOf(whole, whole.length - HASH)).getBytes(StandardCharsets.US_ASCII);
    }
}
