package retention.rules;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The text of one file of the rule folder. Immutable; equal to another with the same folder, name and text. */
final class RuleFile {

    private static final String RULES = ".drl";
    private static final String ASSESSMENT = "assessment";

    private final String folder;
    private final String name;
    private final String text;

    /** Asked at every conclusion. */
    private final String strategy;

    /** Where lines begin: to count them again for each rule takes too long in a large file. */
    private final int[] lines;

    /** {@code folder} is as the author named it; {@code name} the path inside, such as {@code trust/delivery.drl}. */
    RuleFile(String folder, String name, String text) {
        this.folder = folder;
        this.name = name;
        this.text = text;
        this.strategy = strategy(name);
        this.lines = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(at -> text.charAt(at) == '\n')
                                .map(at -> at + 1))
                .toArray();
    }

    String folder() {
        return folder;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    boolean rules() {
        return name.endsWith(RULES);
    }

    /** The same file with another text. */
    RuleFile with(String other) {
        return new RuleFile(folder, name, other);
    }

    /** What the rules of this file serve: the file's name, or the folder's below the rule folder. */
    String strategy() {
        return strategy;
    }

    private static String strategy(String name) {
        int slash = name.indexOf('/');
        int end = slash > 0 ? slash : name.lastIndexOf('.');
        return end > 0 ? name.substring(0, end) : name;
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
        int at = Math.max(0, Math.min(offset, text.length()));
        int found = Arrays.binarySearch(lines, at);
        int line = found >= 0 ? found + 1 : -found - 1;
        return problem(code, line, at - lines[line - 1] + 1, message);
    }

    /** A problem at a line and column of this file, both from 1. */
    Problem problem(Code code, int line, int column, String message) {
        return Problem.shown(code, shown(), line, column, message, line(line));
    }

    /** A problem of a line, from 1; its column is where the line's text begins. */
    Problem problemInLine(Code code, int line, String message) {
        return problem(code, lineStart(line) + indent(line), message);
    }

    /** The offset of a line's first character; lines count from 1. */
    int lineStart(int line) {
        return line > lines.length ? 0 : lines[Math.max(0, line - 1)];
    }

    /** A line without its end; empty when there is none. */
    private String line(int line) {
        if (line < 1 || line > lines.length) {
            return "";
        }
        return text.substring(lines[line - 1], line < lines.length ? lines[line] - 1 : text.length());
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
        return IntStream.range(commentLine(line), line)
                .mapToObj(above -> line(above).strip().substring(2).strip())
                .collect(Collectors.joining(" "));
    }

    /** Where the comment directly above a line begins; the line itself when there is none. */
    int commentLine(int line) {
        int first = line;
        while (first > 1 && line(first - 1).strip().startsWith("//")) {
            first--;
        }
        return first;
    }

    private int indent(int line) {
        return (int) line(line).chars().takeWhile(c -> c == ' ' || c == '\t').count();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleFile file
                && folder.equals(file.folder)
                && name.equals(file.name)
                && text.equals(file.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(folder, name, text);
    }
}
