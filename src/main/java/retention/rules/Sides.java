package retention.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import retention.rules.explain.Asking;
import retention.rules.explain.Inquiry;
import retention.rules.explain.Noted;
import retention.rules.explain.Words;
import retention.rules.expression.Expression;

/**
 * Asks rules about customers and tells which sides of their conditions came out. A condition is asked only where those before it
 * held, a part of {@code ||} only where those before it did not; of all facts, not of the first alone. Not thread-safe.
 */
public final class Sides {

    private final Map<String, One> rules = new TreeMap<>();
    private final List<Fork> forks = new ArrayList<>();
    private final Noted noted = new Noted();

    Sides(RuleFolder folder, Words words) {
        folder.ruleFiles().forEach(file -> read(file, words));
    }

    /** A rule ready to be asked. */
    private record One(Inquiry inquiry, List<Forks.One> forks) {}

    /** Every fork of every rule, by file and place. */
    public List<Fork> forks() {
        return List.copyOf(forks);
    }

    /** The condition that is asked at a fork of a rule; null for a whole fact, a signal and other parts. */
    public @Nullable Expression condition(Fork fork) {
        One one = rules.get(fork.owner());
        return one == null
                ? null
                : one.forks().stream()
                        .filter(found -> found.fork().equals(fork))
                        .map(found -> found.asked() instanceof Expression condition ? condition : null)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** The sides of a rule that this customer shows, in the order of the rule. */
    public Set<Side> seen(String rule, Inquest inquest) {
        One one = Objects.requireNonNull(rules.get(rule), rule);
        noted.clear();
        one.inquiry().ask(inquest.sources(), Integer.MAX_VALUE);
        var seen = new LinkedHashSet<Side>();
        for (Forks.One fork : one.forks()) {
            if (noted.seen(fork.asked(), true)) {
                seen.add(new Side(fork.fork(), true));
            }
            if (noted.seen(fork.asked(), false)) {
                seen.add(new Side(fork.fork(), false));
            }
        }
        return seen;
    }

    private void read(RuleFile file, Words words) {
        for (RuleDescr rule : Syntax.of(file, new ArrayList<>()).tree().getRules()) {
            var reader = new AskingReader(file);
            List<Asking> when = reader.parts(rule.getLhs());
            List<Forks.One> found = Forks.of(file, rule.getName(), when, reader.places());
            rules.put(rule.getName(), new One(Inquiry.noting(when, words, noted), found));
            found.forEach(one -> forks.add(one.fork()));
        }
    }
}
