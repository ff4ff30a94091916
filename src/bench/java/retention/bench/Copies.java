package retention.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rule folder of the workload several times over, to see what many rules cost. Each copy has names, signals and texts
 * of its own, asks for a number that is larger by its place, or smaller where small is asked for, and then for a customer
 * worth more, so that it asks nearly all of its questions and concludes less often the further behind it stands: a playbook
 * of many rules speaks rarely, too.
 */
final class Copies {

    private static final Pattern RULE =
            Pattern.compile("(rule \"[^\"]+)(\"\\nwhen\\n)(.*?)(\\nthen\\n)(.*?\\nend\\n)", Pattern.DOTALL);
    private static final Pattern AT_LEAST = Pattern.compile("(>=?|late\\(|withContacts\\() ?(\\d+)");
    private static final Pattern AT_MOST = Pattern.compile("<=? ?(\\d+)");
    private static final Pattern NAME = Pattern.compile("(Signal\\( (?:name == )?\"[^\"]+)");
    private static final Pattern TEXT = Pattern.compile("(== \"|\", \")(silver|gold|platinum|enterprise)");
    private static final Pattern CUSTOMER = Pattern.compile("(Customer\\( .*?) \\)(?=\\n|$)", Pattern.DOTALL);
    private static final int WORTH = 3000;
    private static final int STEP = 500;

    private Copies() {}

    /** Writes so many copies of the folder, the first one as it is, and gives back where. */
    static Path of(Path rules, int copies) {
        Path folder = Path.of("target", "bench", "rules-" + copies);
        copy(rules, folder, copies);
        return folder;
    }

    /** Writes the files of a folder to another one, with so many copies of its rules. */
    static void copy(Path rules, Path folder, int copies) {
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path to = folder.resolve(rules.relativize(file));
                Files.createDirectories(to.resolveSibling(""));
                String text = Files.readString(file, StandardCharsets.UTF_8);
                Files.writeString(to, file.toString().endsWith(".drl") ? copied(text, copies) : text);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String copied(String text, int copies) {
        var all = new StringBuilder(text);
        List<String[]> rules = RULE.matcher(text)
                .results()
                .map(rule -> new String[] {rule.group(1), rule.group(2), rule.group(3), rule.group(4), rule.group(5)})
                .toList();
        for (int copy = 1; copy < copies; copy++) {
            for (String[] rule : rules) {
                all.append('\n').append(rule[0]).append(' ').append(copy).append(rule[1]);
                all.append(conditions(rule[2], copy)).append(rule[3]);
                all.append(NAME.matcher(rule[4]).replaceAll("$1 " + copy));
            }
        }
        return all.toString();
    }

    private static String conditions(String when, int copy) {
        String more = AT_LEAST.matcher(when).replaceAll(found -> moved(found, copy));
        String less = AT_MOST.matcher(more)
                .replaceAll(found -> found.group().startsWith("<=")
                        ? "<= " + Math.max(1, Integer.parseInt(found.group(1)) - copy)
                        : "< " + Math.max(1, Integer.parseInt(found.group(1)) - copy));
        String named = NAME.matcher(less).replaceAll("$1 " + copy);
        String told = TEXT.matcher(named).replaceAll("$1$2 " + copy);
        return CUSTOMER.matcher(told)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + ", lifetimeValue >= " + (WORTH + STEP * copy) + " )"));
    }

    private static String moved(java.util.regex.MatchResult found, int copy) {
        String sign = found.group(1);
        return sign + (sign.endsWith("(") ? "" : " ") + (Integer.parseInt(found.group(2)) + copy);
    }
}
