package retention.rules;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import retention.json.Place;
import retention.rules.explain.Asking;
import retention.rules.expression.Binding;
import retention.rules.expression.Both;
import retention.rules.expression.Either;
import retention.rules.expression.Expression;
import retention.rules.expression.Negation;

/**
 * Finds the forks of one rule: each condition, and each part that can hold or not beside its conditions. A part that holds
 * just when its only condition does is no fork of its own.
 */
final class Forks {

    /** There is always one of these. */
    private static final Set<String> ALWAYS = Set.of("Customer", "Today", "Trust", "Satisfaction", "SwitchingCost");

    private static final String SIGNAL = "Signal";

    /** Of nothing there is none of these. */
    private static final Set<String> OF_SOME = Set.of("min", "max", "average");

    private final RuleFile file;
    private final String rule;
    private final IdentityHashMap<Object, Integer> places;
    private final List<One> found = new ArrayList<>();

    private Forks(RuleFile file, String rule, IdentityHashMap<Object, Integer> places) {
        this.file = file;
        this.rule = rule;
        this.places = places;
    }

    /** A fork, and the very condition or part that is asked there. */
    record One(Object asked, Fork fork) {}

    /** Those of a rule in its order; {@code places} tells where in the file each fact and each whole condition begins. */
    static List<One> of(RuleFile file, String rule, List<Asking> when, IdentityHashMap<Object, Integer> places) {
        var forks = new Forks(file, rule, places);
        when.forEach(forks::part);
        return forks.found;
    }

    private void part(Asking part) {
        if (part instanceof Asking.Fact fact) {
            fact(fact);
        } else if (part instanceof Asking.None none) {
            inside(none, none.part(), Fork.Kind.NOT, "not");
        } else if (part instanceof Asking.Some some) {
            inside(some, some.part(), Fork.Kind.EXISTS, "exists");
        } else if (part instanceof Asking.AnyOf any) {
            any.parts().forEach(this::part);
        } else if (part instanceof Asking.All all) {
            all.parts().forEach(this::part);
        } else if (part instanceof Asking.Counted counted) {
            counted(counted);
        }
    }

    private void fact(Asking.Fact fact) {
        if (fact.type().equals(SIGNAL)) {
            add(fact, Fork.Kind.SIGNAL, Span.call(file.text(), begin(fact)));
        } else if (ALWAYS.contains(fact.type()) || !bare(fact)) {
            fact.conditions().forEach(condition -> leaves(condition, begin(condition)));
        } else {
            add(fact, Fork.Kind.FACT, Span.call(file.text(), begin(fact)));
        }
    }

    /** Of a fact that there is always one of, a signal and a fact without conditions, what is inside says all. */
    private void inside(Asking whole, Asking part, Fork.Kind kind, String word) {
        boolean same = part instanceof Asking.Fact fact
                && (ALWAYS.contains(fact.type()) || fact.type().equals(SIGNAL) || bare(fact));
        if (!same) {
            add(whole, kind, word, begin(first(part)));
        }
        part(part);
    }

    private void counted(Asking.Counted counted) {
        boolean maybe = counted.totals().size() == 1
                && OF_SOME.contains(counted.totals().get(0).function());
        if (maybe) {
            add(counted.fact(), Fork.Kind.SUM, "accumulate", begin(counted.fact()));
        }
        fact(counted.fact());
        counted.conditions().forEach(condition -> leaves(condition, begin(condition)));
    }

    /** A condition; {@code begin} is where the whole one begins, from which places within it are counted. */
    private void leaves(Expression condition, int begin) {
        if (condition instanceof Both both) {
            both.parts().forEach(part -> leaves(part, begin));
        } else if (condition instanceof Either either) {
            either.parts().forEach(part -> leaves(part, begin));
        } else if (condition instanceof Negation negation) {
            leaves(negation.inner(), begin);
        } else if (!(condition instanceof Binding)) {
            add(condition, Fork.Kind.CONDITION, Span.of(file.text(), begin + condition.begin()));
        }
    }

    /** Whether a fact only remembers, and asks nothing. */
    private static boolean bare(Asking.Fact fact) {
        return fact.conditions().stream().allMatch(Binding.class::isInstance);
    }

    private static Asking.Fact first(Asking part) {
        if (part instanceof Asking.Fact fact) {
            return fact;
        }
        if (part instanceof Asking.None none) {
            return first(none.part());
        }
        if (part instanceof Asking.Some some) {
            return first(some.part());
        }
        if (part instanceof Asking.AnyOf any) {
            return first(any.parts().get(0));
        }
        return part instanceof Asking.All all ? first(all.parts().get(0)) : ((Asking.Counted) part).fact();
    }

    private int begin(Object read) {
        return Objects.requireNonNull(places.get(read));
    }

    private void add(Object asked, Fork.Kind kind, Span span) {
        add(asked, kind, span, span.in(file.text()));
    }

    /** A part that begins with a word; of its text the word alone is its own. */
    private void add(Object asked, Fork.Kind kind, String word, int before) {
        Span span = Span.before(file.text(), word, before);
        add(asked, kind, span, Span.call(file.text(), span.begin()).in(file.text()));
    }

    private void add(Object asked, Fork.Kind kind, Span span, String text) {
        Place at = Place.of(file.text(), span.begin());
        var fork = new Fork(kind, rule, file.shown(), at.line(), at.column(), span.begin(), span.end(), text);
        found.add(new One(asked, fork));
    }
}
