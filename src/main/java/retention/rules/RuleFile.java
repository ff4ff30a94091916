package retention.rules;

import java.util.Arrays;
import retention.json.Place;

/**
 * The text of one file of the rule folder.
 *
 * @param folder the folder as the author named it, for messages
 * @param name the path inside the folder, with forward slashes, such as {@code trust.drl} or {@code trust/delivery.drl}
 */
record RuleFile(String folder, String name, String text) {

    private static final String RULES = ".drl";
    private static final String ASSESSMENT = "assessment";

    boolean rules() {
        return name.endsWith(RULES);
    }

    /** The same file with another text. */
    RuleFile with(String other) {
        return new RuleFile(folder, name, other);
    }

    /** What the rules of this file serve: the file's name, or the folder's below the rule folder. */
    String strategy() {
        int slash = name.indexOf('/');
        return slash > 0 ? name.substring(0, slash) : name.substring(0, name.length() - RULES.length());
    }

    Stage stage() {
        return strategy().equals(ASSESSMENT) ? Stage.ASSESSMENT : Stage.STRATEGIES;
    }

    /** The file as messages name it. */
    String shown() {
        return folder + "/" + name;
    }

    /** A problem at a character of this file. */
    Problem problem(Code code, int offset, String message) {
        Place place = Place.of(text, offset);
        return problem(code, place.line(), place.column(), message);
    }

    /** A problem at a line and column of this file, both from 1. */
    Problem problem(Code code, int line, int column, String message) {
        return Problem.in(text, code, shown(), line, column, message);
    }

    /** A problem of a line, from 1; its column is where the line's text begins. */
    Problem problemInLine(Code code, int line, String message) {
        return problem(code, lineStart(line) + indent(line), message);
    }

    /** The offset of a line's first character; lines count from 1. */
    int lineStart(int line) {
        return lineStart(text, line);
    }

    /** The offset of the first character of a line of a text; lines count from 1. */
    static int lineStart(String text, int line) {
        int offset = 0;
        for (int i = 1; i < line && offset >= 0; i++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        return offset;
    }

    /** The comment that stands directly above a line, without its slashes; empty when there is none. */
    String commentAbove(int line) {
        return String.join(
                " ",
                Arrays.stream(text.split("\n", -1), commentLine(line) - 1, line - 1)
                        .map(l -> l.strip().substring(2).strip())
                        .toList());
    }

    /** Where the comment directly above a line begins; the line itself when there is none. */
    int commentLine(int line) {
        String[] lines = text.split("\n", -1);
        int first = line;
        while (first > 1 && lines[first - 2].strip().startsWith("//")) {
            first--;
        }
        return first;
    }

    private int indent(int line) {
        String rest = text.substring(lineStart(line));
        return (int) rest.chars().takeWhile(c -> c == ' ' || c == '\t').count();
    }
}
