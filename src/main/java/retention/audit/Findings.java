package retention.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import retention.rules.FairTerms;

/** Collects what an audit finds, by the rules at fault. For one thread. */
final class Findings {

    private static final int SHOWN = 10;

    /** By the fact and the rules at fault. */
    private record Key(String fact, List<Blame.Culprit> rules, String otherwise) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::fact)
                .thenComparing(key -> key.rules.toString())
                .thenComparing(Key::otherwise);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Found {
        private final List<Pair> first = new ArrayList<>();
        private final Set<String> lost = new HashSet<>();
        private boolean together;
        private long pairs;
        private long customers;
        private long last;
    }

    private final int most;
    private final Map<Key, Found> groups = new TreeMap<>();
    private long customers;
    private long without;
    private long unreadable;
    private final List<String> problems = new ArrayList<>();

    /** Keeps at most so many pairs of each group; all are counted. */
    Findings(int most) {
        this.most = most;
    }

    /** A customer that was audited. */
    void add(Auditing.Result result) {
        customers++;
        without += result.any() ? 0 : 1;
        for (Auditing.Found found : result.found()) {
            Blame blame = found.blame();
            String otherwise = blame.rules().isEmpty() ? blame.says().get(0) : "";
            add(
                    groups.computeIfAbsent(new Key(found.pair().fact(), blame.rules(), otherwise), none -> new Found()),
                    found);
        }
    }

    private void add(Found group, Auditing.Found found) {
        group.pairs++;
        group.together |= found.blame().together();
        group.customers += group.last == customers ? 0 : 1;
        group.last = customers;
        group.lost.add(found.pair().lost());
        if (group.first.size() < most) {
            group.first.add(found.pair());
        }
    }

    /** A line for which nothing could be told, and why. */
    void unreadable(long line, String why) {
        unreadable++;
        if (problems.size() < SHOWN) {
            problems.add("line " + line + ": " + why);
        }
    }

    /** All of it, the largest groups first. */
    AuditReport report(String revision, FairTerms fair) {
        List<AuditReport.Group> all = new ArrayList<>();
        groups.forEach((key, found) -> all.add(new AuditReport.Group(
                key.fact(),
                key.rules(),
                found.together,
                found.lost.stream().sorted().toList(),
                found.pairs,
                found.customers,
                List.copyOf(found.first))));
        all.sort(Comparator.comparing(AuditReport.Group::customers).reversed());
        return new AuditReport(
                revision,
                customers,
                without,
                unreadable,
                List.copyOf(problems),
                List.copyOf(fair.fields().keySet()),
                occasions(fair),
                all);
    }

    private static List<AuditReport.Occasion> occasions(FairTerms fair) {
        var occasions = new ArrayList<AuditReport.Occasion>();
        fair.occasions()
                .forEach((field, rules) -> rules.forEach(rule -> occasions.add(
                        new AuditReport.Occasion(field, rule, fair.places().getOrDefault(rule, "")))));
        return occasions;
    }
}
