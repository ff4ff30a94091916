package retention.rules;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.Priority;
import retention.advice.Reason;
import retention.advice.WithheldAction;
import retention.facts.Customer;
import retention.rules.explain.Outcome;

/**
 * Where in a customer's JSON a change could make one action come or go. What stopped the action says so: it stays stopped as
 * long as nothing there is another. A change elsewhere can be left out; one here may still do nothing. For one customer.
 */
final class Reach {

    private final RuleBook book;
    private final RuleLooks rules;
    private final GuardLooks guards;
    private final Customer customer;
    private final Inquest inquest;
    private final Advice advice;
    private final Map<String, WithheldAction> withheld = new HashMap<>();
    private final Map<String, AdvisedAction> advised = new HashMap<>();
    private final Set<Look> direct = new LinkedHashSet<>();
    private final Set<Look> around = new LinkedHashSet<>();
    private final Set<String> coming = new HashSet<>();
    private final Set<String> going = new HashSet<>();
    private final Deque<String> rivals = new ArrayDeque<>();
    private Set<Look> into = direct;

    /** {@code customer} is the one that rules see, {@code advice} what they are advised. */
    Reach(RuleBook book, RuleLooks rules, GuardLooks guards, Customer customer, Inquest inquest, Advice advice) {
        this.book = book;
        this.rules = rules;
        this.guards = guards;
        this.customer = customer;
        this.inquest = inquest;
        this.advice = advice;
        advice.withheld().forEach(one -> withheld.put(one.code(), one));
        advice.actions().forEach(one -> advised.put(one.code(), one));
    }

    /** Looks at what decides on the action, and then at what decides on all that it competes with. */
    void look(String code) {
        turn(code);
        into = around;
        while (!rivals.isEmpty()) {
            turn(rivals.remove());
        }
        if (profiled(direct) || profiled(around)) {
            (advice.receipt().blanked().isEmpty() ? around : direct).addAll(guards.profiling());
        }
    }

    /** What decides on the action itself. */
    Set<Look> direct() {
        return visible(direct);
    }

    /** What decides on the actions around it, which could take its place. */
    Set<Look> around() {
        return visible(around);
    }

    private void turn(String code) {
        if (code.equals(book.catalogue().wayOut().code())) {
            into.add(guards.leaving());
        } else if (code.equals(book.catalogue().fallback().code())) {
            silence();
        } else if (advised.containsKey(code)) {
            go(Objects.requireNonNull(advised.get(code)));
        } else {
            come(code);
        }
    }

    /** To do nothing ends when any action comes, and begins when each one goes. */
    private void silence() {
        if (advised.isEmpty()) {
            book.catalogue().actions().values().stream()
                    .filter(action -> !action.equals(book.catalogue().fallback()))
                    .filter(action -> !action.equals(book.catalogue().wayOut()))
                    .forEach(action -> come(action.code()));
        } else {
            go(advice.actions().get(0));
        }
    }

    private void come(String code) {
        if (!coming.add(code)) {
            return;
        }
        WithheldAction stopped = withheld.get(code);
        if (stopped == null) {
            rules.saying("Recommend", List.of(code)).forEach(this::speaks);
            return;
        }
        Action action = book.catalogue().action(code);
        switch (stopped.stop()) {
            case WITHHELD -> quietest(stopped.reasons());
            case BLOCKED -> blocked(action, stopped);
            case TOO_COSTLY -> into.add(worth(stopped, "expectedValue", "cost"));
            case OUTRANKED -> outranked(action, stopped);
        }
    }

    private void blocked(Action action, WithheldAction stopped) {
        into.addAll(guards.marketing());
        if (!"G1".equals(stopped.guardrail()) && !"G7".equals(stopped.guardrail())) {
            weight(action.code());
            rivals(action, true);
        }
    }

    private void outranked(Action action, WithheldAction stopped) {
        into.add(worth(stopped, "priority", "peace"));
        weight(action.code());
        weight(book.catalogue().fallback().code());
        if (action.kind() == ActionKind.MARKETING) {
            into.addAll(guards.marketing());
        }
        rivals(action, true);
    }

    private void go(AdvisedAction leaving) {
        if (!going.add(leaving.code())) {
            return;
        }
        Action action = book.catalogue().action(leaving.code());
        quietest(leaving.reasons());
        var names = new TreeSet<>(List.of(action.code()));
        names.addAll(action.tags());
        rules.saying("Withhold", names).forEach(this::speaks);
        weight(action.code());
        weight(book.catalogue().fallback().code());
        Priority now = Objects.requireNonNull(leaving.priority()); // only the way out has none
        into.add(guards.worth(customer.lifetimeValue(), now.expectedValue(), now.expectedCost()));
        into.add(guards.worth(customer.lifetimeValue(), now.priority(), peace()));
        if (action.kind() == ActionKind.MARKETING) {
            into.addAll(guards.marketing());
        }
        rivals(action, false);
    }

    /** What doing nothing counts as long as no rule gives it weight. */
    private double peace() {
        Action silence = book.catalogue().fallback();
        return silence.propensity() * silence.value() * silence.contextWeight() * silence.lever();
    }

    private Look worth(WithheldAction stopped, String own, String wanted) {
        Map<String, Object> figures = stopped.reasons().get(0).values();
        return guards.worth(customer.lifetimeValue(), figure(figures, own), figure(figures, wanted));
    }

    private static @Nullable Double figure(Map<String, Object> figures, String name) {
        return figures.get(name) instanceof Number number ? number.doubleValue() : null;
    }

    /** What competes with an action; {@code holders} for those that hold a place now, which are looked at first. */
    private void rivals(Action action, boolean holders) {
        for (Action other : book.catalogue().actions().values()) {
            boolean same = other.kind() == action.kind() && crowded(action.kind());
            boolean group = action.group() != null && action.group().equals(other.group());
            if (other.equals(action) || !(same || group)) {
                continue;
            }
            AdvisedAction holder = advised.get(other.code());
            if (holders && holder != null) {
                go(holder);
            } else {
                rivals.add(other.code());
            }
        }
    }

    /** Whether actions of a kind can stand in each other's way. */
    private boolean crowded(ActionKind kind) {
        return kind == ActionKind.MARKETING
                || book.weighing().most().containsKey(kind)
                || book.weighing().onePerChannel().contains(kind);
    }

    /** A rule that is silent must be made to speak; where it cannot be told what is missing, all of it counts. */
    private void speaks(Rule rule) {
        Outcome outcome = inquest.outcome(rule.name(), 1);
        into.addAll(
                outcome.failure() == null || !outcome.told()
                        ? rules.whole(rule)
                        : rules.failing(rule, outcome.failure()));
    }

    /** Each of these rules must fall silent: so it is enough to look where one of them does. */
    private void quietest(Collection<Reason> reasons) {
        reasons.stream()
                .map(reason -> rules.named(reason.rule()))
                .filter(Objects::nonNull)
                .distinct()
                .map(rules::whole)
                .min(Comparator.comparingInt(Reach::size))
                .ifPresent(into::addAll);
    }

    private static int size(Set<Look> looks) {
        return looks.stream().mapToInt(look -> look.places().size()).sum();
    }

    /** Where the rules look that say how much an action weighs; of several that speak the largest weight counts. */
    private void weight(String code) {
        List<Rule> speaking = rules.saying("Recommend", List.of(code));
        if (speaking.stream().anyMatch(rule -> RuleLooks.weighs(rule, code))) {
            speaking.forEach(rule -> into.addAll(rules.whole(rule)));
        }
    }

    private boolean profiled(Set<Look> looks) {
        return looks.stream().anyMatch(look -> look.places().stream().anyMatch(guards::profiled));
    }

    /** What is hidden from the rules anyway cannot matter. */
    private Set<Look> visible(Set<Look> looks) {
        if (advice.receipt().blanked().isEmpty()) {
            return looks;
        }
        var seen = new LinkedHashSet<Look>();
        for (Look look : looks) {
            var places = new TreeSet<>(look.places());
            places.removeIf(guards::profiled);
            seen.add(new Look(places, look.constants()));
        }
        return seen;
    }
}
