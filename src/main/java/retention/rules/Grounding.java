package retention.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import retention.advice.Action;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.Catalogue;
import retention.advice.Concluded;
import retention.advice.Priority;
import retention.advice.Reason;
import retention.advice.Recommend;
import retention.advice.Score;
import retention.policy.Worth;
import retention.rules.explain.Explanation;
import retention.rules.explain.Found;
import retention.rules.explain.Sayings;

/** Tells what advised actions rest on, and what they beat. For one customer; not thread-safe. */
final class Grounding {

    /** A rule may speak once for each of ten thousand orders; nobody reads more than a few. */
    private static final int MOST_MATCHES = 20;

    private final Map<String, Rule> byName;
    private final Catalogue catalogue;
    private final Inquest inquest;
    private final Advice advice;
    private final Worth worth;
    private final List<Concluded<?>> concluded;
    private final Map<String, Score> scores;

    /** {@code concluded} is what the strategies concluded. */
    Grounding(
            Map<String, Rule> byName,
            Catalogue catalogue,
            Inquest inquest,
            Advice advice,
            Worth worth,
            List<Concluded<?>> concluded) {
        this.byName = byName;
        this.catalogue = catalogue;
        this.inquest = inquest;
        this.advice = advice;
        this.worth = worth;
        this.concluded = concluded;
        this.scores = Map.of(
                "Trust",
                advice.scores().trust(),
                "Satisfaction",
                advice.scores().satisfaction(),
                "SwitchingCost",
                advice.scores().switchingCost());
    }

    /** Why an action is advised. */
    Explanation.Why why(AdvisedAction action) {
        return new Explanation.Why(
                action.code(),
                grounds(action.reasons()),
                action.priority(),
                action.beat().stream().map(code -> beaten(action, code)).toList());
    }

    private List<Explanation.Grounds> grounds(Collection<Reason> reasons) {
        var sentences = new TreeMap<String, TreeSet<String>>();
        reasons.forEach(reason -> sentences
                .computeIfAbsent(reason.rule(), none -> new TreeSet<>())
                .add(reason.sentence()));
        sentences.keySet().retainAll(byName.keySet());
        return sentences.entrySet().stream()
                .map(one -> grounds(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    private Explanation.Grounds grounds(String name, List<String> says) {
        Rule rule = Objects.requireNonNull(byName.get(name));
        var facts = new TreeSet<String>();
        for (List<Found> match : inquest.outcome(name, MOST_MATCHES).matches()) {
            match.forEach(found -> facts.addAll(inquest.paths(name, found)));
        }
        return new Explanation.Grounds(
                name,
                rule.file().shown() + ":" + rule.line(),
                says.stream().limit(MOST_MATCHES).toList(),
                List.copyOf(facts),
                scores(rule),
                signals(rule));
    }

    private SortedMap<String, Score> scores(Rule rule) {
        var asked = new TreeMap<>(scores);
        asked.keySet().retainAll(rule.types());
        return asked;
    }

    private List<Explanation.Raised> signals(Rule rule) {
        var names = new TreeSet<String>();
        rule.signals().forEach(signal -> names.add(signal.name()));
        return advice.signals().stream()
                .filter(raised -> names.contains(raised.name()))
                .map(raised -> new Explanation.Raised(raised.name(), grounds(raised.reasons())))
                .toList();
    }

    private Explanation.Beaten beaten(AdvisedAction winner, String code) {
        Action action = catalogue.action(code);
        Priority own = worth.of(action, Worth.weight(action, asking(code)));
        Priority better = winner.priority();
        return new Explanation.Beaten(
                code, own, Sayings.beaten(winner.code(), better == null ? 0 : better.priority(), code, own.priority()));
    }

    @SuppressWarnings("unchecked") // the conclusion's class has just been looked at
    private List<Concluded<Recommend>> asking(String code) {
        return concluded.stream()
                .filter(one -> one.conclusion() instanceof Recommend recommend
                        && recommend.action().equals(code))
                .map(one -> (Concluded<Recommend>) one)
                .toList();
    }
}
