package retention;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import retention.rules.TinyRules;

/** A rule folder of 36 rules in seven files, of which one can be saved again and again with other words. */
public final class ManyRules {

    private static final int FILES = 6;
    private static final int EACH = 4;
    private static final int ASSESSING = 12;

    private final TinyRules rules;

    public ManyRules(Path folder) {
        this.rules = new TinyRules(folder);
        rules.assessment(rules(
                ASSESSING,
                i -> TinyRules.rule(
                        "assess " + i,
                        "Customer( orders.late(" + (i + 1) + ").inLast(90).count >= 1 )",
                        "new Evidence( Dimension.TRUST, -" + (i + 1) + ", \"late\" )")));
        IntStream.range(0, FILES).forEach(file -> save(file, "at first"));
    }

    /** Writes one of the six files so that its rules say these words. */
    void save(int file, String words) {
        rules.file(
                "strategy" + file + "/rules.drl",
                "package advisor\n"
                        + rules(
                                EACH,
                                i -> TinyRules.rule(
                                        "advise " + file + " " + i,
                                        "Customer( orders.late(" + (i + 1)
                                                + ").count >= 1, $n : orders.worstDaysLate, $n > " + i
                                                + " ) Trust( value < 101 )",
                                        "new Recommend( \"CALL\", \"{n} days late, " + words + "\" )")));
    }

    private interface Numbered {
        String rule(int number);
    }

    private static String rules(int count, Numbered numbered) {
        return IntStream.range(0, count).mapToObj(numbered::rule).collect(Collectors.joining("\n"));
    }
}
