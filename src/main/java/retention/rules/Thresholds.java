package retention.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import retention.rules.explain.Asking;
import retention.rules.explain.Inquiry;
import retention.rules.explain.Noted;
import retention.rules.explain.Words;

/**
 * Asks rules about customers and tells how near they come to the numbers in their conditions. A number counts only where it was
 * asked for: where the conditions before it held. Not thread-safe.
 */
public final class Thresholds {

    private final Map<String, Read> rules = new TreeMap<>();
    private final Noted noted = new Noted();

    Thresholds(RuleFolder folder, Collection<Rule> checked, Map<String, Declared> declared, Words words) {
        var claims = new HashMap<String, List<Claim>>();
        checked.forEach(rule -> claims.put(rule.name(), Cases.claims(rule, declared)));
        folder.ruleFiles().forEach(file -> read(file, claims, words));
    }

    /** A rule ready to be asked. */
    private record Read(Inquiry inquiry, List<ThresholdReader.One> found) {}

    /** Every spot at and beside the thresholds of a rule that something can have, in the order of the rule. */
    public List<Spot> spots(String rule) {
        var spots = new ArrayList<Spot>();
        for (ThresholdReader.One one : found(rule)) {
            one.spots().stream().sorted().forEach(where -> spots.add(new Spot(one.threshold(), where)));
        }
        return spots;
    }

    /** How many thresholds a rule has. */
    public int count(String rule) {
        return found(rule).size();
    }

    private List<ThresholdReader.One> found(String rule) {
        return Objects.requireNonNull(rules.get(rule), rule).found();
    }

    /** How near this customer comes to each spot of a rule, on its side; what is not there was not met at all. */
    public Map<Spot, Double> seen(String rule, Inquest inquest) {
        Read read = Objects.requireNonNull(rules.get(rule), rule);
        var seen = new LinkedHashMap<Spot, Double>();
        if (!read.found().isEmpty()) {
            noted.clear();
            read.inquiry().ask(inquest.sources(), Integer.MAX_VALUE);
            read.found().forEach(one -> seen(one, inquest, seen));
        }
        return seen;
    }

    private void seen(ThresholdReader.One one, Inquest inquest, Map<Spot, Double> seen) {
        List<@Nullable Object> values = noted.values(one.asked());
        if (one.threshold().compared()) {
            values.forEach(value -> compared(one, value, seen));
        } else if (!values.isEmpty() && values.stream().noneMatch(Iterable.class::isInstance)) {
            for (ThresholdReader.Variant variant : one.variants()) {
                variant.noted().clear();
                variant.inquiry().ask(inquest.sources(), Integer.MAX_VALUE);
                if (!variant.noted().values(variant.asked()).equals(values)) {
                    seen.put(new Spot(one.threshold(), variant.where()), 0.0);
                }
            }
        }
    }

    private static void compared(ThresholdReader.One one, @Nullable Object value, Map<Spot, Double> seen) {
        if (value instanceof Number number) {
            BigDecimal off =
                    new BigDecimal(number.toString()).subtract(one.threshold().number());
            Spot.Where where =
                    off.signum() < 0 ? Spot.Where.BELOW : off.signum() == 0 ? Spot.Where.AT : Spot.Where.ABOVE;
            if (one.spots().contains(where)) {
                seen.merge(new Spot(one.threshold(), where), off.abs().doubleValue(), Math::min);
            }
        }
    }

    private void read(RuleFile file, Map<String, List<Claim>> claims, Words words) {
        for (RuleDescr rule : Syntax.of(file, new ArrayList<>()).tree().getRules()) {
            var reader = new AskingReader(file);
            List<Asking> when = reader.parts(rule.getLhs());
            BiPredicate<Integer, BigDecimal> possible =
                    (offset, value) -> possible(claims.getOrDefault(rule.getName(), List.of()), offset, value);
            var thresholds = new ThresholdReader(file, rule.getName(), when, reader.places(), words, possible).read();
            rules.put(rule.getName(), new Read(Inquiry.noting(when, words, noted), thresholds));
        }
    }

    /** Whether what is compared at an offset can have a value: a count is never below zero. */
    private static boolean possible(List<Claim> claims, int offset, BigDecimal value) {
        return claims.stream()
                .filter(claim -> claim.offset() == offset)
                .map(Claim::term)
                .filter(Objects::nonNull)
                .allMatch(term -> !term.all()
                        .known()
                        .meet(Domain.of(List.of(Domain.name(value)), term.all().whole()))
                        .empty());
    }
}
