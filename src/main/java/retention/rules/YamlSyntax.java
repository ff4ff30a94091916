package retention.rules;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import retention.json.Place;
import tools.jackson.core.JacksonException;

/** Says in plain words why a file is no YAML: where its author slipped, not where the parser gave up. One object for one file. */
final class YamlSyntax {

    private static final Pattern MARK = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern CHARACTER = Pattern.compile("found character '(.)");
    private static final Pattern OPEN_QUOTE =
            Pattern.compile("(?:[:\\-,\\[{]\\s+|^\\s*)(\")[^\"]*(?:\"[^\"]*\"[^\"]*)*$");
    private static final Pattern BRACES =
            Pattern.compile("(\\s*[\\w-]+:\\s+)(\\{\\s*\\w+\\s*}\\s*[^\\s#,}\\]].*|\\{\\s*\\w+\\s*},.*)");
    private static final String INDENTED =
            "this line is indented like none above it: what belongs together begins below each other, with spaces; "
                    + "the line above may be the guilty one";

    private final RuleFile file;
    private final List<String> lines;
    private final String message;

    /** Where the parser gave up, and where what it was reading begins. */
    private final Place end;

    private final Place begin;

    private YamlSyntax(RuleFile file, JacksonException wrong) {
        this.file = file;
        this.lines = List.of(file.text().split("\r?\n", -1));
        this.message = String.valueOf(wrong.getOriginalMessage());
        List<MatchResult> marks = MARK.matcher(message).results().toList();
        this.begin = marks.isEmpty() ? new Place(1, 1) : place(marks.get(0));
        this.end = marks.isEmpty() ? begin : place(marks.get(marks.size() - 1));
    }

    /** The problem of a file that the parser refuses. */
    static Problem problem(RuleFile file, JacksonException wrong) {
        return new YamlSyntax(file, wrong).problem();
    }

    private Problem problem() {
        if (message.contains("\\t(TAB)")) {
            return at(end, "a tab stands here: indent with spaces");
        }
        if (message.contains("mapping values are not allowed")) {
            return colon();
        }
        if (message.contains("quoted scalar")) {
            return message.contains("escape")
                    ? at(end, "a backslash in quotes has a meaning of its own: leave it out")
                    : at(begin, "this quotation mark is not closed");
        }
        Matcher braces = BRACES.matcher(line(end.line()));
        if (braces.matches()) {
            return at(
                    new Place(end.line(), braces.start(2) + 1),
                    "a text that begins with { stands in quotes: "
                            + braces.group(1).strip() + " \"" + braces.group(2).strip() + "\"");
        }
        if (message.contains("while parsing a flow")) {
            return bracket();
        }
        Matcher character = CHARACTER.matcher(message);
        if (character.find()) {
            return at(end, "a text that begins with " + character.group(1) + " stands in quotes");
        }
        if (message.contains("sequence entries")) {
            return at(end, "write a list as [a, b], or each item on a line of its own");
        }
        return message.contains("expected ':'") ? missingColon(begin.line()) : block();
    }

    /** The parser found a colon where it expected none. */
    private Problem colon() {
        String line = line(end.line());
        String before = line.substring(0, Math.min(line.length(), end.column() - 1));
        int first = before.indexOf(": ");
        if (first >= 0) {
            int text = first + 2 + indent(before.substring(first + 2));
            return at(
                    new Place(end.line(), text + 1),
                    "a text with a colon in it stands in quotes: "
                            + before.substring(0, first).strip() + ": \""
                            + line.substring(text).strip() + "\"");
        }
        int above = end.line() - 1;
        while (above > 1 && (line(above).isBlank() || line(above).strip().startsWith("#"))) {
            above--;
        }
        return missingColon(above);
    }

    private Problem missingColon(int line) {
        String text = line(line).strip();
        Place place = new Place(line, indent(line(line)) + 1);
        if (text.contains("\uFF1A")) {
            return at(
                    new Place(line, line(line).indexOf('\uFF1A') + 1),
                    "the character \uFF1A does not work here: write : and a space");
        }
        if (text.matches("[^\"']*:(\\s.*)?")) { // it has its colon, and the next line stands deeper than it may
            return at(new Place(end.line(), indent(line(end.line())) + 1), INDENTED);
        }
        if (text.matches("\\w+:\\S.*")) {
            return at(place, "a space is missing behind the colon: " + text.replaceFirst(":", ": "));
        }
        return at(
                place, "a colon is missing: " + text.replaceFirst("\\s|$", ": ").strip());
    }

    private Problem bracket() {
        boolean list = message.contains("flow sequence");
        if (end.line() == begin.line()) {
            return at(end, "a comma is missing before this, or a text is to stand in quotes");
        }
        return at(begin, "this " + (list ? "[" : "{") + " is not closed: a " + (list ? "]" : "}") + " is missing");
    }

    private Problem block() {
        for (int i = 1; i < end.line(); i++) {
            Matcher open = OPEN_QUOTE.matcher(line(i));
            if (!line(i).strip().startsWith("#") && open.find()) {
                return at(new Place(i, open.start(1) + 1), "this quotation mark is not closed in its line");
            }
        }
        boolean first = line(end.line())
                .substring(0, Math.min(line(end.line()).length(), end.column() - 1))
                .isBlank();
        if (message.contains("found '<scalar>'") && !first) {
            return at(
                    end,
                    "the text ended before this: it has a quotation mark inside; write it without the ones around it");
        }
        if (message.contains("found '}'") || message.contains("found ']'")) {
            return at(end, "this bracket closes nothing: it is one too many");
        }
        if (message.contains("found '<scalar>'")) {
            return at(end, "this line has no colon: is it indented too little, or is a colon missing?");
        }
        if (message.contains("found '?'")) {
            return at(end, "this line is no item of the list above: an item begins with a hyphen");
        }
        boolean indented = message.contains("expected <block end>") || message.contains("document start");
        return at(
                end,
                indented
                        ? INDENTED
                        : "this is not understood: compare the spaces, colons and quotes with an entry that works");
    }

    private Problem at(Place place, String words) {
        return file.problem(Code.NOT_YAML, place.line(), place.column(), words);
    }

    private String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Place place(MatchResult mark) {
        return new Place(Integer.parseInt(mark.group(1)), Integer.parseInt(mark.group(2)));
    }
}
