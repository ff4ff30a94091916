package retention.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However the bytes arrive, the lines are the same. */
final class LinesTest {

    private static final int LONGEST = 20;

    @Test
    void lines_are_those_that_splitting_the_whole_text_gives() throws Exception {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            assertThat(read(text, random, LONGEST)).as(text).isEqualTo(split(text));
        }
    }

    @Test
    void a_line_may_be_longer_than_the_first_buffer() throws Exception {
        String fits = "x".repeat(50_000);
        String text = String.join("\n", "a", fits, fits + "x", "b", fits);
        assertThat(read(text, new Random(1), 50_000))
                .containsExactly("1:a", "2:" + fits, "3:too long", "4:b", "5:" + fits);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(200);
        int ends = 1 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(ends) == 0 ? '\n' : random.nextInt(5) == 0 ? ' ' : 'x');
        }
        return text.toString();
    }

    private static List<String> read(String text, Random random, int longest) throws IOException {
        var read = new ArrayList<String>();
        var lines = new Lines(inPieces(text, random), longest, () -> {});
        while (lines.next()) {
            String line = new String(lines.buffer(), lines.from(), lines.length(), US_ASCII);
            read.add(lines.number() + ":" + (lines.tooLong() ? "too long" : line));
            assertThat(lines.buffer().length).isLessThanOrEqualTo(longest + 1);
        }
        return read;
    }

    private static ByteArrayInputStream inPieces(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(30)));
            }
        };
    }

    private static List<String> split(String text) {
        var split = new ArrayList<String>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length() > LONGEST) {
                split.add((i + 1) + ":too long");
            } else if (!lines[i].isBlank()) {
                split.add((i + 1) + ":" + lines[i]);
            }
        }
        return split;
    }
}
