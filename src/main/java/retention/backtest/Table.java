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
        lines.add(Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
                .collect(Collectors.joining(" | ", "| ", " |")));
        return this;
    }

    /** Its lines. */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
