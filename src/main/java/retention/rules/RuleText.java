package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rule files of one folder, taken apart into rules and what stands beside them. Immutable. */
final class RuleText {

    private static final String EMPTY = "package advisor\n";

    private final Map<String, RuleFile> files = new TreeMap<>();
    private final Map<String, Rule> rules = new TreeMap<>();

    private RuleText() {}

    static RuleText of(RuleBook book) {
        var text = new RuleText();
        book.folder().ruleFiles().forEach(file -> text.files.put(file.name(), file));
        book.rules().forEach(rule -> text.rules.put(rule.name(), rule));
        return text;
    }

    Set<String> files() {
        return files.keySet();
    }

    /** The rules that differ: another text, or another file, which may be another strategy. */
    List<Piece> rules(RuleText now) {
        var names = new TreeSet<>(rules.keySet());
        names.addAll(now.rules.keySet());
        var pieces = new ArrayList<Piece>();
        for (String name : names) {
            Rule before = rules.get(name);
            Rule after = now.rules.get(name);
            boolean same = before != null
                    && after != null
                    && before.file().name().equals(after.file().name())
                    && text(before).equals(text(after));
            if (!same) {
                pieces.add(new Piece(Piece.Kind.RULE, name, place(before), place(after)));
            }
        }
        return pieces;
    }

    /** The files that have something else beside their rules. */
    List<Piece> declarations(RuleText now) {
        var names = new TreeSet<>(files.keySet());
        names.addAll(now.files.keySet());
        var pieces = new ArrayList<Piece>();
        for (String name : names) {
            if (!head(name).equals(now.head(name))) {
                pieces.add(new Piece(Piece.Kind.DECLARATIONS, name, top(name), now.top(name)));
            }
        }
        return pieces;
    }

    /** A file of this folder with the taken pieces as they are now; empty when there is none. */
    String mixed(RuleText now, String file, Collection<Piece> pieces, Set<Piece> taken) {
        Map<String, Piece> changed = new TreeMap<>();
        boolean heads = false;
        for (Piece piece : pieces) {
            if (piece.kind() == Piece.Kind.RULE) {
                changed.put(piece.name(), piece);
            } else if (piece.kind() == Piece.Kind.DECLARATIONS && piece.name().equals(file) && taken.contains(piece)) {
                heads = true;
            }
        }
        SortedSet<String> names = names(file);
        names.addAll(now.names(file));
        boolean touched = heads || names.stream().anyMatch(name -> taken.contains(changed.get(name)));
        if (!touched) {
            return files.containsKey(file) ? files.get(file).text() : "";
        }
        var text = new StringBuilder(heads ? now.head(file) : head(file));
        boolean any = text.indexOf("declare") >= 0;
        for (String name : names) {
            RuleText from = taken.contains(changed.get(name)) ? now : this;
            Rule rule = from.rules.get(name);
            if (rule != null && rule.file().name().equals(file)) {
                text.append("\n\n").append(text(rule)).append('\n');
                any = true;
            }
        }
        return any ? text.toString() : "";
    }

    private SortedSet<String> names(String file) {
        var names = new TreeSet<String>();
        rules.values().stream().filter(rule -> rule.file().name().equals(file)).forEach(rule -> names.add(rule.name()));
        return names;
    }

    /** A file without its rules. */
    private String head(String name) {
        RuleFile file = files.get(name);
        if (file == null) {
            return EMPTY;
        }
        var text = new StringBuilder(file.text());
        rules.values().stream()
                .filter(rule -> rule.file().name().equals(name))
                .sorted(Comparator.comparingInt(Rule::begin).reversed())
                .forEach(rule -> text.delete(rule.begin(), rule.end()));
        return text.toString().strip() + "\n";
    }

    private static String text(Rule rule) {
        String all = rule.file().text();
        return all.substring(rule.begin(), Math.min(all.length(), rule.end())).strip();
    }

    private static Piece.@Nullable Place place(@Nullable Rule rule) {
        return rule == null
                ? null
                : new Piece.Place(
                        rule.file().shown(),
                        rule.line(),
                        text(rule).lines().map(String::stripTrailing).toList());
    }

    private Piece.@Nullable Place top(String name) {
        RuleFile file = files.get(name);
        List<String> lines = head(name).lines().map(String::stripTrailing).toList();
        return file == null
                ? null
                : new Piece.Place(Objects.requireNonNull(file).shown(), 1, lines);
    }
}
