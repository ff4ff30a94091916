package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.Json;

/** Same facts and same rules are the same bytes, whatever the order, the thread, the machine's language or clock. */
class DeterminismTest {

    private static final List<String> ASSESSMENT = List.of(
            rule(
                    "late",
                    "Order( daysLate >= 3, $d : daysLate )",
                    "new Evidence( Dimension.TRUST, -7, \"{d} days late\" )"),
            rule(
                    "paid",
                    "Customer( $sum : orders.totalAmount )",
                    "new Evidence( Dimension.SATISFACTION, 4, \"spent {sum}\" )"),
            rule("buys", "Order( amount > 10, $a : amount )", "new Signal( \"buys\", \"paid {a}\" )"),
            rule("looks", "Visit( $on : visitedOn )", "new Signal( \"looks\", \"looked on {on}\" )"));
    private static final List<String> STRATEGIES = List.of(
            rule("one", "Order( daysLate >= 3, $d : daysLate )", "new Recommend( \"CALL\", \"{d} days late\" )"),
            rule("two", "Trust( $t : value )", "new Recommend( \"CALL\", \"trust {t}\" )"),
            rule(
                    "three",
                    "Signal( name == \"buys\" ) Signal( name == \"looks\" )",
                    "new Recommend( \"FIX_SITE\", \"I buy\" )"),
            rule("four", "Customer( segment == Segment.PRICE, $s : segment )", "new Withhold( \"GIFT\", \"{s}\" )"),
            rule("five", "Customer()", "new Recommend( \"NEWS\", \"always\" )"));

    @TempDir
    private Path folder;

    @Test
    void the_order_of_rules_and_files_does_not_matter() {
        String first = null;
        for (int seed = 0; seed < 6; seed++) {
            Path shuffled = folder.resolve("s" + seed);
            var random = new Random(seed);
            TinyRules rules = new TinyRules(shuffled).file("assessment.drl", shuffled(ASSESSMENT, random));
            List<String> strategies = new ArrayList<>(STRATEGIES);
            Collections.shuffle(strategies, random);
            int cut = random.nextInt(strategies.size());
            // the same rules in the same two files, each in another order
            rules.file("trust.drl", head() + String.join("", inFile(strategies, true)));
            rules.file("satisfaction.drl", head() + String.join("", inFile(strategies, false)));
            String answers = answers(rules, cut % 2 == 0);
            first = first == null ? answers : first;
            assertThat(answers).isEqualTo(first);
        }
    }

    @Test
    void one_thread_and_eight_give_the_same() throws Exception {
        try (RuleBook book = tiny(folder).open()) {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String customer = customer(i);
                work.add(() -> new String(Json.write(TinyRules.advise(book, customer)), StandardCharsets.UTF_8));
            }
            var alone = new ArrayList<String>();
            for (Callable<String> one : work) {
                alone.add(one.call());
            }
            var threads = Executors.newFixedThreadPool(8);
            try {
                var together = new ArrayList<String>();
                for (Future<String> one : threads.invokeAll(work)) {
                    together.add(one.get());
                }
                assertThat(together).isEqualTo(alone);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void two_machines_with_other_languages_and_time_zones_give_the_same() throws Exception {
        tiny(folder);
        byte[] one = elsewhere("tr", "TR", "Pacific/Kiritimati", "ISO-8859-9");
        byte[] other = elsewhere("ar", "EG", "America/Los_Angeles", "UTF-8");
        assertThat(one).isNotEmpty().isEqualTo(other);
    }

    /** Runs a JVM of its own over 50 customers, all facts and texts included. */
    private byte[] elsewhere(String language, String country, String zone, String encoding)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-Duser.timezone=" + zone,
                        "-Dfile.encoding=" + encoding,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "retention.Main",
                        "advise",
                        "--rules",
                        folder.toString(),
                        "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = process.getOutputStream()) {
            for (int i = 0; i < 50; i++) {
                in.write((customer(i).replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] answers = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return answers;
    }

    private static TinyRules tiny(Path folder) {
        return new TinyRules(folder)
                .file("assessment.drl", head() + String.join("", ASSESSMENT))
                .file("trust.drl", head() + String.join("", STRATEGIES));
    }

    private static String answers(TinyRules rules, boolean forward) {
        var answers = new ArrayList<String>();
        try (RuleBook book = rules.open()) {
            for (int i = 0; i < 20; i++) {
                int number = forward ? i : 19 - i;
                answers.add(new String(Json.write(TinyRules.advise(book, customer(number))), StandardCharsets.UTF_8)
                        .replace(book.revision(), "revision") // the text of the files is another one
                        .replaceAll("\"decisionId\":\"\\w+\"", ""));
            }
        }
        Collections.sort(answers);
        return String.join("\n", answers);
    }

    private static List<String> inFile(List<String> rules, boolean first) {
        return rules.stream()
                .filter(rule -> (STRATEGIES.indexOf(rule) < 3) == first)
                .toList();
    }

    private static String shuffled(List<String> rules, Random random) {
        var shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, random);
        return head() + String.join("", shuffled);
    }

    private static String head() {
        return "package advisor\n";
    }

    private static String customer(int i) {
        return "{'id':'c" + i + "','asOf':'2026-06-01','segment':'" + (i % 3 == 0 ? "PRICE" : "CONVENIENCE")
                + "','orders':[{'promisedOn':'2026-05-01','deliveredOn':'2026-05-0" + (1 + i % 9) + "','amount':" + i
                + ".1},{'promisedOn':'2026-05-20','amount':" + (i * 1.5) + "}],'visits':[{'visitedOn':'2026-05-02'}],"
                + "'consents':[{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}]}";
    }
}
