package retention.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.Catalogue;
import retention.advice.Reason;
import retention.advice.WithheldAction;
import retention.rules.explain.Explanation;
import retention.rules.explain.Failure;
import retention.rules.explain.InChinese;
import retention.rules.explain.Outcome;
import retention.rules.explain.Sayings;
import retention.rules.explain.Stage;

/** Explains one advice: what each action rests on, and what stopped every other one. For one customer; not thread-safe. */
final class Explaining {

    private final Map<String, Rule> byName;
    private final Map<String, List<Rule>> recommending;
    private final Map<String, List<Rule>> raising;
    private final Catalogue catalogue;
    private final Inquest inquest;
    private final Advice advice;
    private final Grounding grounding;
    private final Map<String, WithheldAction> withheld = new HashMap<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();

    Explaining(Spoken spoken, Catalogue catalogue, Inquest inquest, Advice advice, Grounding grounding) {
        this.byName = spoken.byName();
        this.recommending = spoken.recommending();
        this.raising = spoken.raising();
        this.catalogue = catalogue;
        this.inquest = inquest;
        this.advice = advice;
        this.grounding = grounding;
        advice.withheld().forEach(one -> withheld.put(one.code(), one));
    }

    /** Of all actions of the catalogue; or of one, when {@code only} names it. */
    Explanation explain(@Nullable String only) {
        var why = advice.actions().stream()
                .filter(action -> only == null || action.code().equals(only))
                .map(grounding::why)
                .toList();
        Set<String> advised = advice.actions().stream().map(AdvisedAction::code).collect(Collectors.toSet());
        add(advice.wayOut(), advised);
        add(advice.fallback(), advised);
        var whyNot = catalogue.actions().values().stream()
                .filter(action -> !advised.contains(action.code()))
                .filter(action -> only == null || action.code().equals(only))
                .map(this::whyNot)
                .toList();
        return new Explanation(why, whyNot);
    }

    private static void add(@Nullable AdvisedAction action, Set<String> advised) {
        if (action != null) {
            advised.add(action.code());
        }
    }

    private String place(String name) {
        Rule rule = byName.get(name);
        return rule == null ? "" : rule.file().shown() + ":" + rule.line();
    }

    private Explanation.WhyNot whyNot(Action action) {
        WithheldAction stopped = withheld.get(action.code());
        List<Rule> wanting = recommending.getOrDefault(action.code(), List.of());
        if (stopped != null) {
            String why = stopped.reasons().stream().map(Explaining::words).collect(Collectors.joining("; "));
            String chinese = stopped.reasons().stream().map(this::chinese).collect(Collectors.joining("；"));
            Stage stage = Stage.valueOf(stopped.stop().name());
            return whyNot(action, stage, stopped, Sayings.of(stage, why, chinese), List.of());
        }
        boolean peace = action.code().equals(catalogue.fallback().code()); // needs no rule; one only gives it weight
        if (peace || wanting.isEmpty()) {
            Stage stage = peace
                    ? Stage.FALLBACK
                    : action.code().equals(catalogue.wayOut().code()) ? Stage.WAY_OUT : Stage.NO_RULE;
            return whyNot(action, stage, null, Sayings.of(stage), List.of());
        }
        boolean silent = wanting.stream().noneMatch(rule -> outcome(rule).speaks());
        Stage stage = silent ? Stage.NOT_MATCHED : Stage.CANNOT_TELL;
        return whyNot(action, stage, null, Sayings.of(stage), silent(wanting, true));
    }

    private static Explanation.WhyNot whyNot(
            Action action,
            Stage stage,
            @Nullable WithheldAction stopped,
            Map<String, String> says,
            List<Explanation.Silent> rules) {
        return new Explanation.WhyNot(
                action.code(),
                action.title(),
                stage,
                stopped == null ? null : stopped.guardrail(),
                stopped == null ? null : stopped.reference(),
                says,
                rules);
    }

    /** What the author of a rule wrote stands as it is written. */
    private String chinese(Reason reason) {
        return byName.containsKey(reason.rule())
                ? words(reason)
                : reason.rule() + "：" + InChinese.of(reason.sentence());
    }

    private static String words(Reason reason) {
        return reason.rule() + ": " + reason.sentence();
    }

    private Outcome outcome(Rule rule) {
        return outcomes.computeIfAbsent(rule.name(), name -> inquest.outcome(name, 1));
    }

    /** {@code deeper} for the rules behind missing signals, too, which is as far as it goes. */
    private List<Explanation.Silent> silent(List<Rule> rules, boolean deeper) {
        var silent = new ArrayList<Explanation.Silent>();
        for (Rule rule : rules) {
            Failure failure = outcome(rule).failure();
            if (failure != null) {
                silent.add(new Explanation.Silent(
                        rule.name(),
                        place(rule.name()),
                        failure,
                        says(failure),
                        deeper ? missing(rule, failure) : List.of()));
            }
        }
        return silent;
    }

    /** What was kept from the rules looks to them as if it were not known, and is told to be no more than that. */
    private Map<String, String> says(Failure failure) {
        var fields = new TreeSet<String>();
        unknown(failure, fields);
        fields.retainAll(advice.receipt().blanked());
        Map<String, String> says = Sayings.of(failure);
        return fields.isEmpty() ? says : Sayings.hidden(says, String.join(", ", fields));
    }

    private static void unknown(Failure failure, Set<String> into) {
        failure.seen().stream().filter(one -> one.value() == null).forEach(one -> into.add(Look.root(one.asked())));
        failure.within().forEach(inner -> unknown(inner, into));
    }

    private List<Explanation.MissingSignal> missing(Rule rule, Failure failure) {
        if (!noSignal(failure)) {
            return List.of();
        }
        var names = new TreeSet<String>();
        rule.signals().forEach(signal -> names.add(signal.name()));
        advice.signals().forEach(raised -> names.remove(raised.name()));
        return names.stream()
                .map(name -> new Explanation.MissingSignal(name, silent(raising.getOrDefault(name, List.of()), false)))
                .toList();
    }

    private static boolean noSignal(Failure failure) {
        return failure.kind() == Failure.Kind.NO_SIGNAL
                || failure.within().stream().anyMatch(Explaining::noSignal);
    }

    /**
     * Which rules say what.
     *
     * @param recommending by code of the action
     * @param raising by name of the signal
     */
    record Spoken(Map<String, Rule> byName, Map<String, List<Rule>> recommending, Map<String, List<Rule>> raising) {

        static Spoken of(List<Rule> rules) {
            var spoken = new Spoken(new HashMap<>(), new TreeMap<>(), new TreeMap<>());
            rules.stream().sorted((a, b) -> a.name().compareTo(b.name())).forEach(rule -> {
                spoken.byName.put(rule.name(), rule);
                add(rule, "Recommend", spoken.recommending);
                add(rule, "Signal", spoken.raising);
            });
            return spoken;
        }

        private static void add(Rule rule, String kind, Map<String, List<Rule>> into) {
            rule.says().stream()
                    .filter(said -> said.kind().equals(kind))
                    .map(Rule.Said::name)
                    .distinct()
                    .forEach(name -> into.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(rule));
        }
    }
}
