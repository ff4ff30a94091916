package retention.playbook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes Markdown as GitHub reads it. */
final class Markdown {

    /** What would be read as markup; an underscore only where no word goes on. */
    private static final String MARKUP = "[\\\\|*<&\\[\\]`~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])";

    /** What at the beginning of a block would make it a heading, a list or a quotation. */
    private static final String LEADING = "^(\\d*)([-#>+.)=])";

    private Markdown() {}

    /** Words on one line, shown as they are. */
    static String text(String words) {
        return words.strip().replaceAll("\\s+", " ").replaceAll(MARKUP, "\\\\$0");
    }

    static String link(String words, String target) {
        String plain = target.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("|", "%7C");
        return "[" + text(words) + "](" + plain + ")";
    }

    /** A link to a heading of the same page. */
    static String linkTo(String words, String heading) {
        return link(words, "#" + anchor(heading));
    }

    /** What GitHub makes of a heading that stands once on a page. */
    static String anchor(String heading) {
        String words = heading.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return words.replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "").replace(' ', '-');
    }

    /** Every block begins with an empty line and ends with its own. */
    static String heading(int level, String words) {
        return "\n" + "#".repeat(level) + " " + text(words) + "\n";
    }

    static String paragraph(String words) {
        return "\n" + text(words).replaceFirst(LEADING, "$1\\\\$2") + "\n";
    }

    /** The head of a table. */
    static String table(String... columns) {
        return "\n" + row(columns) + "|" + "---|".repeat(columns.length) + "\n";
    }

    /** A row of cells that are Markdown already. */
    static String row(String... cells) {
        return List.of(cells).stream()
                .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
                .collect(Collectors.joining("", "|", "\n"));
    }

    /** Several lines in one cell. */
    static String lines(List<String> lines) {
        return lines.stream().distinct().collect(Collectors.joining("<br>"));
    }
}
