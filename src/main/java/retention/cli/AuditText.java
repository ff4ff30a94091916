package retention.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.audit.AuditReport;
import retention.audit.Blame;
import retention.audit.Pair;
import retention.rules.FairTerms;
import tools.jackson.databind.JsonNode;

/** What an audit found as text for people. One object for one report. */
final class AuditText {

    private final StringBuilder text = new StringBuilder();

    private AuditText() {}

    /** Several lines, without the last line end. */
    static String of(AuditReport report) {
        var text = new AuditText();
        report.groups().forEach(text::group);
        text.occasions(report.occasions());
        text.totals(report);
        return text.text.toString().stripTrailing();
    }

    private void group(AuditReport.Group group) {
        String what = group.fact().equals(FairTerms.TENURE)
                ? "Longer tenure loses "
                : "The protected field " + group.fact() + " changes ";
        line(
                "",
                what + String.join(", ", group.lost()) + ": " + count(group.pairs(), "pair") + " of "
                        + count(group.customers(), "customer"));
        if (group.rules().isEmpty()) {
            line(
                    "  ",
                    "no rule is at fault, but: " + group.first().get(0).says().get(0));
        } else if (group.rules().size() > 1) {
            line("  ", group.together() ? "at fault are, together:" : "at fault is each of:");
        }
        for (Blame.Culprit rule : group.rules()) {
            line(group.rules().size() > 1 ? "    " : "  at fault: ", rule.place() + " \"" + rule.rule() + "\"");
        }
        group.first().forEach(pair -> pair(pair, group.rules()));
        if (group.pairs() > group.first().size()) {
            line(
                    "  ",
                    "and "
                            + String.format(
                                    Locale.ROOT,
                                    "%,d",
                                    group.pairs() - group.first().size()) + " more");
        }
        line("", "");
    }

    private void pair(Pair pair, List<Blame.Culprit> rules) {
        String real = switch (pair.real()) {
            case "from" -> " (as in the file: the first)";
            case "to" -> " (as in the file: the second)";
            default -> "";
        };
        line(
                "  ",
                "customer " + pair.customer() + ": " + pair.lost() + " when " + pair.fact() + " is "
                        + value(pair.from()) + ", and not when it is " + value(pair.to()) + real);
        if (!rules.isEmpty()) {
            pair.says().forEach(why -> line("    ", why));
        }
    }

    private static String value(@Nullable JsonNode value) {
        return value == null ? "not known" : value.isString() ? value.stringValue() : value.toString();
    }

    private void occasions(List<AuditReport.Occasion> occasions) {
        if (!occasions.isEmpty()) {
            line("", "Left out, for they greet on a day that comes to everybody:");
            occasions.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.place() + " \"" + one.rule() + "\"",
                            java.util.TreeMap::new,
                            Collectors.mapping(AuditReport.Occasion::fact, Collectors.joining(", "))))
                    .forEach((rule, facts) -> line("  ", rule + " when " + facts + " is varied"));
            line("", "");
        }
    }

    private void totals(AuditReport report) {
        report.problems().forEach(problem -> line("", problem));
        String fields = String.join(", ", report.protectedFields());
        line(
                "",
                count(report.customers(), "customer") + " audited for tenure"
                        + (fields.isEmpty() ? "" : " and for " + fields) + "; "
                        + (report.groups().isEmpty()
                                ? "nothing unfair found"
                                : count(report.groups().size(), "cause") + " found")
                        + "; revision " + report.revision());
        if (report.withoutMarketing() > 0) {
            line(
                    "",
                    "of " + count(report.withoutMarketing(), "customer")
                            + " nothing can be told: they get no marketing, whatever is varied");
        }
        if (report.unreadable() > 0) {
            line("", count(report.unreadable(), "line") + " could not be read");
        }
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    private void line(String indent, String words) {
        text.append(indent).append(words).append('\n');
    }
}
