package retention.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown: words in the first column, figures in the others. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String... heads) {
        row(heads);
        lines.add("|---|" + "---:|".repeat(heads.length - 1));
    }

    /** Adds a row; whatever is in a cell, the table stays whole. */
    Table row(String... cells) {
        lines.add(Arrays.stream(cells).map(Table::text).collect(Collectors.joining(" | ", "| ", " |")));
        return this;
    }

    /** Words on one line, without a character that tables or browsers take for their own. */
    static String text(String words) {
        return words.replaceAll("[\\\\|<]", "\\\\$0").replaceAll("\\R", " ");
    }

    /** Its lines. */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
