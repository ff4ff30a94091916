package retention.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import retention.advice.Score;
import retention.rules.Explained;
import retention.rules.explain.Explanation;

/** An explanation as text for people. One object for one explanation. */
final class ExplainedText {

    private final String language;
    private final StringBuilder text = new StringBuilder();

    private ExplainedText(String language) {
        this.language = language;
    }

    /** Several lines, without the last line end. */
    static String of(Explained explained, String language) {
        var text = new ExplainedText(language);
        text.why(explained.explanation().why());
        text.whyNot(explained.explanation().whyNot());
        if (explained.whatIf() != null) {
            text.line("", text.word("What would change it", "怎样才会不同"));
            text.line("  ", text.said(explained.whatIf().says()));
        }
        return text.text.toString().stripTrailing();
    }

    private void why(List<Explanation.Why> all) {
        if (!all.isEmpty()) {
            line("", word("Advised", "建议"));
        }
        for (Explanation.Why why : all) {
            line("  ", why.action());
            grounds("    ", why.rules());
            why.beat()
                    .forEach(beaten -> line(
                            "    ", word("it beat ", "胜过 ") + beaten.action() + word(": ", "：") + said(beaten.says())));
        }
    }

    private void grounds(String indent, List<Explanation.Grounds> all) {
        for (Explanation.Grounds grounds : all) {
            line(indent, grounds.rule() + "  (" + grounds.place() + ")");
            grounds.says().forEach(sentence -> line(indent + "  ", sentence));
            if (!grounds.facts().isEmpty()) {
                line(indent + "  ", word("looked at: ", "依据：") + String.join(", ", grounds.facts()));
            }
            grounds.scores().forEach((name, score) -> score(indent + "  ", name, score));
            for (Explanation.Raised signal : grounds.signals()) {
                line(indent + "  ", word("the signal: ", "信号：") + signal.name());
                grounds(indent + "    ", signal.raisedBy());
            }
        }
    }

    private void score(String indent, String name, Score score) {
        line(
                indent,
                word("the score: ", "分数：") + name + " " + score.value() + " (" + score.level()
                        + word("; begins at ", "；起点 ") + score.base() + ")");
        score.evidence()
                .forEach(point -> line(
                        indent + "  ",
                        (point.points() > 0 ? "+" : "") + point.points() + "  " + point.sentence() + "  ("
                                + point.rule() + ")"));
    }

    private void whyNot(List<Explanation.WhyNot> all) {
        if (!all.isEmpty()) {
            line("", word("Not advised", "不建议"));
        }
        for (Explanation.WhyNot why : all) {
            String law = why.reference() == null ? "" : " [" + why.reference() + "]";
            String guardrail = why.guardrail() == null ? "" : why.guardrail() + " ";
            line("  ", why.action() + ": " + guardrail + said(why.says()) + law);
            silent("    ", why.rules());
        }
    }

    private void silent(String indent, List<Explanation.Silent> rules) {
        for (Explanation.Silent rule : rules) {
            line(indent, rule.rule() + "  (" + rule.place() + ")");
            line(indent + "  ", said(rule.says()));
            for (Explanation.MissingSignal signal : rule.signals()) {
                line(indent + "  ", word("the signal is raised by", "这个信号来自") + ": " + signal.name());
                silent(indent + "    ", signal.raisedBy());
            }
        }
    }

    private String said(Map<String, String> says) {
        return Objects.requireNonNull(says.get(language));
    }

    private String word(String english, String chinese) {
        return language.equals("zh") ? chinese : english;
    }

    private void line(String indent, String words) {
        text.append(indent).append(words).append('\n');
    }
}
