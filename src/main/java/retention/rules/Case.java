package retention.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One way in which a rule can speak: what must hold of each fact then. Built once, then only read. */
final class Case {

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final @Nullable Claim broken;
    private boolean exact = true;

    /** {@code subjects} are the facts that must be there, with or without claims. */
    Case(List<Claim> claims, Set<String> subjects, boolean exact) {
        subjects.forEach(subject -> parts.put(subject, new Part(subject)));
        this.exact = exact;
        Claim first = null;
        for (Claim claim : claims) {
            boolean holds = parts.computeIfAbsent(claim.subject(), Part::new).add(claim);
            first = holds || first != null ? first : claim;
            this.exact &= claim.exact();
        }
        this.broken = first;
    }

    /** The first claim that contradicts those before it; null when the case can happen. */
    @Nullable
    Claim broken() {
        return broken;
    }

    /** Whether the other case surely holds whenever this one does. */
    boolean implies(Case other) {
        return other.exact
                && other.parts.values().stream()
                        .allMatch(theirs -> parts.values().stream()
                                .anyMatch(mine -> mine.fact.equals(theirs.fact) && mine.implies(theirs)));
    }

    /** What must hold of one fact. */
    private static final class Part {

        private final Map<String, Domain> values = new LinkedHashMap<>();
        private final Map<String, Domain> all = new LinkedHashMap<>();
        private final Set<String> sentences = new HashSet<>();

        /** {@code Order#1} and {@code Order#3} are both some order. */
        private final String fact;

        Part(String subject) {
            int number = subject.indexOf('#');
            this.fact = number < 0 ? subject : subject.substring(0, number);
        }

        /** Whether that can still be. */
        boolean add(Claim claim) {
            Term term = claim.term();
            if (term == null) {
                sentences.add(claim.sentence());
                return true;
            }
            all.put(term.key(), term.all());
            Domain now = values.getOrDefault(term.key(), term.all()).meet(claim.allowed());
            values.put(term.key(), now);
            return !now.empty();
        }

        boolean implies(Part other) {
            return sentences.containsAll(other.sentences)
                    && other.values.entrySet().stream()
                            .allMatch(theirs -> mine(theirs.getKey(), other).within(theirs.getValue()));
        }

        private Domain mine(String key, Part other) {
            return values.getOrDefault(key, Objects.requireNonNull(other.all.get(key)));
        }
    }
}
