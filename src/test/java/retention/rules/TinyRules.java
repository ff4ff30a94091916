package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import retention.advice.Advice;
import retention.json.CustomerReader;

/** A small rule folder on disk, for tests that must not depend on the shipped rules. */
public final class TinyRules {

    public static final String ACTIONS = """
            fallback: LEAVE_ALONE
            wayOut: COMPLETE_CANCELLATION
            actions:
              LEAVE_ALONE: { title: Leave alone, kind: task, owner: care, cost: 0, value: 0, valueBasis: goodwill, dueWithinDays: 0 }
              COMPLETE_CANCELLATION:
                { title: Complete, kind: service, owner: care, channels: [email], cost: 0, value: 0, text: { en: Done., zh: 好。 }, valueBasis: goodwill, dueWithinDays: 0 }
              CALL: { title: Call, kind: service, owner: care, channels: [phone, email], cost: 5, value: 40, text: { en: Hello., zh: 你好。 }, valueBasis: relationship, dueWithinDays: 2, agentMaySpend: 15 }
              FIX_SITE: { title: Fix the site, kind: task, owner: site, cost: 5, value: 100, valueBasis: purchase, dueWithinDays: 7 }
              DISCOUNT:
                { title: Discount, kind: marketing, owner: marketing, channels: [email, sms], cost: 10, value: 30, group: price, text: { en: Less., zh: 少。 }, valueBasis: contract, dueWithinDays: 7 }
              GIFT:
                { title: Gift, kind: marketing, owner: marketing, channels: [post, email], cost: 10, value: 50, group: price, text: { en: Yours., zh: 送。 }, valueBasis: goodwill, dueWithinDays: 14 }
              NEWS:
                { title: News, kind: marketing, owner: marketing, channels: [email], cost: 1, value: 5, text: { en: News., zh: 新。 }, valueBasis: purchase, dueWithinDays: 30 }
            """;

    public static final String SCORES = """
            trust: { base: 60, lowBelow: 40, highFrom: 70, weight: 1 }
            satisfaction: { base: 60, lowBelow: 40, highFrom: 70, weight: 1 }
            switchingCost: { base: 40, lowBelow: 35, highFrom: 65, weight: 2 }
            """;

    public static final String PLAYBOOK = """
            parts:
              - title: Trust
                plays:
                  T1: { when: Late, what: Say it. }
                  T2: { when: Late again, what: Mend. }
                  T3: { when: A breach, what: Explain. }
              - title: Whom to keep
                plays:
                  V4: { when: Nothing helps, what: Leave alone., keptBy: The fallback. }
            """;

    private final Path folder;

    /** Starts with a catalogue and scales and no rule. */
    public TinyRules(Path folder) {
        this.folder = folder;
        file("actions.yaml", ACTIONS);
        file("scores.yaml", SCORES);
    }

    public TinyRules file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public TinyRules assessment(String rules) {
        return file("assessment.drl", "package advisor\n" + rules);
    }

    public TinyRules trust(String rules) {
        return file("trust.drl", "package advisor\n" + rules);
    }

    /** An assessment and a strategy rule that always speak, for folders whose rules do not matter. */
    public TinyRules filler() {
        return assessment(rule("assess", "Customer()", "new Signal( \"seen\", \"is here\" )"))
                .trust(rule("advise", "Customer()", "new Recommend( \"CALL\", \"is here\" )"));
    }

    public static String rule(String name, String when, String then) {
        return "rule \"" + name + "\"\nwhen\n    " + when + "\nthen\n    insert( " + then + " );\nend\n";
    }

    public RuleBook open() {
        return RuleBook.open(folder);
    }

    /** Why the folder does not load; fails when it does. */
    public BadRules refusal() {
        return refusal(folder);
    }

    /** Why the folder does not load, a line for each problem, with files named from the folder and without the code. */
    public List<String> problems() {
        return problems(folder);
    }

    /** The same of any folder. */
    public static List<String> problems(Path folder) {
        String prefix = folder.toString().replace('\\', '/');
        return refusal(folder).problems().stream()
                .map(problem -> plain(problem).replace(prefix + "/", "").replace(prefix, ""))
                .toList();
    }

    /** A problem on one line without its severity and code. */
    public static String plain(Problem problem) {
        return problem.toString()
                .replaceFirst(": " + problem.severity() + " " + problem.code().id() + ": ", ": ");
    }

    static BadRules refusal(Path folder) {
        BadRules bad =
                catchThrowableOfType(BadRules.class, () -> RuleBook.open(folder).close());
        assertThat(bad).as("the folder was accepted").isNotNull();
        return bad;
    }

    /** One decision, on 1 June 2026 unless the customer says otherwise; quotes may be single. */
    public Advice advise(String customer) {
        try (RuleBook book = open()) {
            return advise(book, customer);
        }
    }

    public static Advice advise(RuleBook book, String customer) {
        byte[] json = customer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return book.advise(CustomerReader.read(json, LocalDate.of(2026, 6, 1)));
    }
}
