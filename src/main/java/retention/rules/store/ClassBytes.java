package retention.rules.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Writes the classes of one rule file into one array of bytes and reads them, within limits. */
public final class ClassBytes {

    /** Far above what one rule file becomes: some 30 classes of 3 KB. */
    private static final int MOST = 20_000;

    private static final int LARGEST = 1 << 20;
    private static final int LARGEST_OF_ALL = 64 << 20;
    private static final Pattern NAME = Pattern.compile("advisor/(\\w+/)?[\\w$]+\\.class");

    private ClassBytes() {}

    /** The same for the same classes, in the order of their paths. */
    public static byte[] write(Map<String, byte[]> classes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(packed))) {
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> one : new TreeMap<>(classes).entrySet()) {
                out.writeUTF(one.getKey());
                out.writeInt(one.getValue().length);
                out.write(one.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // into memory
        }
        return packed.toByteArray();
    }

    /** Classes by path; throws IOException for what cannot be the classes of a rule file. */
    public static Map<String, byte[]> read(byte[] packed) throws IOException {
        var classes = new TreeMap<String, byte[]>();
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            int count = within(in.readInt(), MOST);
            int left = LARGEST_OF_ALL;
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                requireName(name);
                int length = within(in.readInt(), Math.min(LARGEST, left));
                left -= length;
                byte[] bytes = in.readNBytes(length);
                if (bytes.length < length || classes.put(name, bytes) != null) {
                    throw new IOException("cut off, or a class twice");
                }
            }
            if (in.read() >= 0) {
                throw new IOException("more than it says");
            }
        }
        return classes;
    }

    /** Throws IOException for a path that no class of a rule file has. */
    public static void requireName(String path) throws IOException {
        if (!NAME.matcher(path).matches()) {
            throw new IOException("a class of a rule file is not named " + path);
        }
    }

    private static int within(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException(number + " is too much");
        }
        return number;
    }
}
