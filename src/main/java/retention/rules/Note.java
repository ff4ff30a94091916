package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment above a rule: {@code // T1, T2. Once can happen ...}.
 *
 * @param plays the codes of the plays that the rule serves, with their places
 * @param why the rest of the comment
 */
record Note(List<Rule.Said> plays, String why) {

    /** How the code of a play is written. */
    static final String CODE = "[A-Z]+\\d+";

    private static final Pattern ONE = Pattern.compile(CODE);
    private static final Pattern CODES = Pattern.compile("(" + CODE + "(?:\\s*,\\s*" + CODE + ")*)\\.(?:\\s+|$)");

    /** The comment above a line of a file. */
    static Note above(RuleFile file, int line) {
        String comment = file.commentAbove(line);
        Matcher codes = CODES.matcher(comment);
        if (!codes.lookingAt()) {
            return new Note(List.of(), comment);
        }
        var plays = new ArrayList<Rule.Said>();
        int at = file.lineStart(file.commentLine(line));
        Matcher code = ONE.matcher(codes.group(1));
        while (code.find()) {
            at = file.text().indexOf(code.group(), at);
            plays.add(new Rule.Said("Play", code.group(), at));
            at += code.group().length();
        }
        return new Note(List.copyOf(plays), comment.substring(codes.end()));
    }
}
