package retention.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import retention.fixtures.Report;

/** Prints the report of a run for a terminal or a pipe. */
final class ReportText {

    private ReportText() {}

    /** What a terminal obeys is not printed; colours stand around whole lines. */
    static void print(Report report, Ansi ansi, PrintWriter out) {
        report.lines().forEach(line -> out.println(coloured(line, ansi)));
        out.flush();
    }

    /** One line with its colour. */
    static String coloured(Report.Line line, Ansi ansi) {
        String text = line.text().replaceAll("\\p{Cc}", "\uFFFD");
        List<Style> styles = styles(line.kind());
        if (!ansi.enabled() || styles.isEmpty()) {
            return text;
        }
        return Style.on(styles.toArray(Style[]::new)) + text + Style.reset.on();
    }

    private static List<Style> styles(Report.Kind kind) {
        return switch (kind) {
            case FAILURE -> List.of(Style.bold);
            case MISSING -> List.of(Style.fg_red);
            case TOO_MUCH -> List.of(Style.fg_green);
            case HINT -> List.of(Style.faint);
            case GREEN -> List.of(Style.bold, Style.fg_green);
            case RED -> List.of(Style.bold, Style.fg_red);
        };
    }
}
