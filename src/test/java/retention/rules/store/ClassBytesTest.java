package retention.rules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Even content with a good seal is read within limits. */
class ClassBytesTest {

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    @Test
    void classes_come_back_as_they_were() throws IOException {
        Map<String, byte[]> classes = Map.of(
                "advisor/Rules1.class", new byte[] {1, 2}, "advisor/P1F/LambdaPredicate$1.class", new byte[] {3});
        Map<String, byte[]> read = ClassBytes.read(ClassBytes.write(classes));
        assertThat(read).containsOnlyKeys(classes.keySet());
        assertThat(read.get("advisor/Rules1.class")).containsExactly(1, 2);
    }

    @Test
    void a_name_outside_of_the_package_is_refused() {
        for (String name : new String[] {
            "../x.class", "advisor/../x.class", "/advisor/X.class", "advisor/X", "java/lang/X.class",
            "advisor/a/b/X.class", "advisor/.class", "advisor/X.class\0", "Advisor/X.class", "advisor\\X.class"
        }) {
            assertThatThrownBy(() -> ClassBytes.read(ClassBytes.write(Map.of(name, new byte[1]))))
                    .as(name)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_number_beyond_all_limits_is_refused_before_anything_is_made() {
        assertRefused(out -> out.writeInt(Integer.MAX_VALUE), "is too much");
        assertRefused(out -> out.writeInt(-1), "is too much");
        assertRefused(out -> one(out, "advisor/X.class", Integer.MAX_VALUE), "is too much");
        assertRefused(out -> one(out, "advisor/X.class", -1), "is too much");
    }

    @Test
    void a_small_file_that_becomes_a_large_one_is_refused() {
        byte[] nothing = new byte[1 << 20];
        assertRefused(
                out -> {
                    out.writeInt(100);
                    for (int i = 0; i < 100; i++) {
                        out.writeUTF("advisor/X" + i + ".class");
                        out.writeInt(nothing.length);
                        out.write(nothing);
                    }
                },
                "is too much");
    }

    @Test
    void a_class_twice_or_more_or_less_than_announced_is_refused() {
        assertRefused(
                out -> {
                    out.writeInt(2);
                    for (int i = 0; i < 2; i++) {
                        out.writeUTF("advisor/X.class");
                        out.writeInt(1);
                        out.write(1);
                    }
                },
                "twice");
        assertRefused(
                out -> {
                    out.writeInt(0);
                    out.write(1);
                },
                "more than it says");
        assertRefused(
                out -> {
                    one(out, "advisor/X.class", 3);
                    out.write(1);
                },
                "cut off");
    }

    @Test
    void what_is_cut_off_or_not_packed_is_refused() {
        byte[] whole = ClassBytes.write(Map.of("advisor/X.class", new byte[] {1, 2, 3}));
        for (int length = 0; length < whole.length - 4; length++) { // the last four are a sum over the others
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ClassBytes.read(part)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> ClassBytes.read(new byte[] {'P', 'K', 3, 4})).isInstanceOf(IOException.class);
    }

    private static void one(DataOutputStream out, String name, int length) throws IOException {
        out.writeInt(1);
        out.writeUTF(name);
        out.writeInt(length);
    }

    private static void assertRefused(Content content, String why) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(packed))) {
            content.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        assertThatThrownBy(() -> ClassBytes.read(packed.toByteArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }
}
