package retention.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a rule remembers at some place in it: answers and whole facts by name, without the dollar sign. Not thread-safe. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, Subject> facts = new LinkedHashMap<>();
    private final Set<String> certain = new HashSet<>();
    private final Set<String> unclear = new HashSet<>();

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /** At the beginning of a rule. */
    static Scope empty() {
        return new Scope(null);
    }

    /** Inside {@code not}, {@code exists}, {@code or} and {@code accumulate}: what is remembered there is not seen outside. */
    Scope inner() {
        return new Scope(this);
    }

    /** Remembers an answer. */
    void remember(String name, Answer answer) {
        answers.put(name, answer);
    }

    /** Remembers a whole fact. */
    void remember(String name, Subject fact) {
        facts.put(name, fact);
    }

    /** Remembers that there is such a name, whose answer is wrong, so that nobody complains twice. */
    void rememberUnclear(String name) {
        unclear.add(name);
    }

    /** Whether there is such a name, with an answer that is wrong. */
    boolean unclear(String name) {
        return unclear.contains(name) || (outer != null && outer.unclear(name));
    }

    /** The names of the answers that are remembered here itself, without the dollar sign. */
    Set<String> here() {
        var names = new TreeSet<>(answers.keySet());
        names.addAll(unclear);
        return names;
    }

    /** From here on this remembered answer is known to be there. */
    void makeCertain(String name) {
        certain.add(name);
    }

    /** The answer of a name; null when there is none. */
    @Nullable
    Answer answer(String name) {
        Answer mine = answers.get(name);
        if (mine != null) {
            return certain.contains(name) ? new Answer(mine.type(), false) : mine;
        }
        Answer others = outer == null ? null : outer.answer(name);
        return others != null && certain.contains(name) ? new Answer(others.type(), false) : others;
    }

    /** The fact of a name; null when there is none. */
    @Nullable
    Subject fact(String name) {
        Subject mine = facts.get(name);
        return mine != null || outer == null ? mine : outer.fact(name);
    }

    /** All names, with their dollar signs. */
    Set<String> names() {
        var names = new TreeSet<>(outer == null ? Set.of() : outer.names());
        answers.keySet().forEach(name -> names.add("$" + name));
        facts.keySet().forEach(name -> names.add("$" + name));
        unclear.forEach(name -> names.add("$" + name));
        return names;
    }
}
