package retention.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The settings that hold, for whoever reads the first lines of a log. No option takes a secret; files may hold some. */
final class Settings {

    private static final int WIDTH = 110;

    private Settings() {}

    /**
     * What was set, one a line, with where it was said; then in few lines what was left out.
     *
     * @param found values of options that are found out when they are left out, by name
     */
    static List<String> lines(ParseResult parsed, Environment environment, Map<String, ?> found) {
        var set = new ArrayList<String>();
        var standard = new ArrayList<String>();
        for (OptionSpec option : parsed.commandSpec().options()) {
            Object value = option.getValue() != null ? option.getValue() : found.get(option.longestName());
            if (option.hidden() || option.usageHelp() || option.versionHelp() || value == null) {
                continue;
            }
            String shown = option.longestName() + " " + value;
            if (parsed.hasMatchedOption(option)) {
                set.add("  " + shown);
            } else if (environment.given(option).isPresent()) {
                set.add("  " + shown + " (from " + environment.of(option).orElseThrow() + ")");
            } else {
                standard.add(shown);
            }
        }
        set.addAll(wrapped(standard));
        return set;
    }

    private static List<String> wrapped(List<String> standard) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder("  left out:");
        for (String one : standard) {
            if (line.length() + one.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("           ");
            }
            line.append(' ').append(one);
        }
        lines.add(line.toString());
        return lines;
    }
}
