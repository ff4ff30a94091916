package retention.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A rule file that tries to do what no rule may do.
 *
 * @param name of the file, without its ending
 * @param proof how one sees that it did: a file is there, it said the word, it never ended ...
 * @param stoppedBy the parts of the sandbox that stop it, each alone
 */
record Attack(String name, String text, String proof, Set<String> stoppedBy) {

    static final Path FOLDER = Path.of("src/test/resources/attacks");

    private static final Pattern HEADER =
            Pattern.compile("// Proof: (\\w+)\\. Stopped by: ([^.]*)\\.", Pattern.MULTILINE);

    /** All of them, by name. */
    static List<Attack> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Attack::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every sixth of them, because each takes time; all with {@code -Dattacks.every=1}. */
    static List<Attack> tried() {
        int every = Integer.getInteger("attacks.every", 6);
        List<Attack> all = all();
        return IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static Attack read(Path file) {
        try {
            String text = Files.readString(file);
            Matcher header = HEADER.matcher(text);
            if (!header.find()) {
                throw new IllegalStateException(file + " has no header");
            }
            String name = String.valueOf(file.getFileName()).replace(".drl", "");
            return new Attack(
                    name,
                    text,
                    header.group(1),
                    new TreeSet<>(List.of(header.group(2).split(", "))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its text, making this folder if it makes one. */
    String making(Path marker) {
        return text.replace("MARKER", marker.toString());
    }

    @Override
    public String toString() {
        return name;
    }
}
