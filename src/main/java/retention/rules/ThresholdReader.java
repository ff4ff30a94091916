package retention.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import retention.json.Place;
import retention.rules.explain.Altered;
import retention.rules.explain.Asking;
import retention.rules.explain.Chains;
import retention.rules.explain.Inquiry;
import retention.rules.explain.Noted;
import retention.rules.explain.Words;
import retention.rules.expression.Binding;
import retention.rules.expression.Both;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Either;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Negation;
import retention.rules.expression.Step;

/** Finds the thresholds of one rule, and makes the rule ready to be asked about them. */
final class ThresholdReader {

    private final RuleFile file;
    private final String rule;
    private final List<Asking> when;
    private final IdentityHashMap<Object, Integer> places;
    private final Words words;
    private final BiPredicate<Integer, BigDecimal> possible;
    private final List<One> found = new ArrayList<>();

    /** {@code possible} tells whether what is compared at an offset of the file can have a value at all. */
    ThresholdReader(
            RuleFile file,
            String rule,
            List<Asking> when,
            IdentityHashMap<Object, Integer> places,
            Words words,
            BiPredicate<Integer, BigDecimal> possible) {
        this.file = file;
        this.rule = rule;
        this.when = when;
        this.places = places;
        this.words = words;
        this.possible = possible;
    }

    /**
     * A threshold with the spots that can be met.
     *
     * @param asked the very condition
     * @param variants the rule with one less and one more, when the number stands in a question
     */
    record One(Threshold threshold, Set<Spot.Where> spots, Expression asked, List<Variant> variants) {}

    /** The rule with another number. */
    record Variant(Spot.Where where, Inquiry inquiry, Noted noted, Expression asked) {}

    List<One> read() {
        Chains.conditions(when).forEach(whole -> condition(whole, Objects.requireNonNull(places.get(whole))));
        return found;
    }

    private void condition(Expression one, int begin) {
        if (one instanceof Both both) {
            both.parts().forEach(part -> condition(part, begin));
        } else if (one instanceof Either either) {
            either.parts().forEach(part -> condition(part, begin));
        } else if (one instanceof Negation negation) {
            condition(negation.inner(), begin);
        } else {
            Expression left = one instanceof Comparison comparison ? comparison.left() : one;
            question(left instanceof Binding binding ? binding.value() : left, one, begin);
            compared(one, begin);
        }
    }

    private void compared(Expression one, int begin) {
        if (one instanceof Comparison comparison
                && comparison.operator().comparing()
                && comparison.right() instanceof Literal number
                && number.number()) {
            Threshold threshold = threshold(true, number, one, begin);
            var spots = List.of(Spot.Where.BELOW, Spot.Where.AT, Spot.Where.ABOVE).stream()
                    .filter(where -> possible.test(begin + one.begin(), new Spot(threshold, where).value()))
                    .toList();
            found.add(new One(threshold, Set.copyOf(spots), one, List.of()));
        }
    }

    private void question(Expression left, Expression one, int begin) {
        if (left instanceof Chain chain) {
            for (Step step : chain.steps()) {
                for (Expression argument : step.arguments()) {
                    if (argument instanceof Literal number && number.kind() == Literal.Kind.WHOLE) {
                        window(number, one, begin);
                    }
                }
            }
        }
    }

    private void window(Literal number, Expression one, int begin) {
        Threshold threshold = threshold(false, number, one, begin);
        var variants = new ArrayList<Variant>();
        for (Spot.Where where : List.of(Spot.Where.ONE_LESS, Spot.Where.ONE_MORE)) {
            BigDecimal value = new Spot(threshold, where).value();
            if (value.signum() >= 0) {
                var other = new Literal(number.kind(), value.toPlainString(), number.begin());
                Altered.Rule altered = Altered.of(when, number, other);
                var noted = new Noted();
                variants.add(
                        new Variant(where, Inquiry.noting(altered.when(), words, noted), noted, altered.condition()));
            }
        }
        found.add(new One(threshold, Set.of(Spot.Where.ONE_LESS, Spot.Where.ONE_MORE), one, variants));
    }

    private Threshold threshold(boolean compared, Literal number, Expression one, int begin) {
        Place at = Place.of(file.text(), begin + number.begin());
        String text = Span.of(file.text(), begin + one.begin()).in(file.text());
        return new Threshold(compared, rule, file.shown(), at.line(), at.column(), number.amount(), text);
    }
}
