package retention.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.advice.Advice;
import retention.advice.Concluded;
import retention.advice.Conclusion;
import retention.advice.Evidence;
import retention.advice.Recommend;
import retention.advice.Signal;
import retention.advice.WithheldAction;
import retention.advice.Withhold;
import retention.facts.Customer;
import retention.rules.FairTerms;
import retention.rules.Reasoning;
import retention.rules.RuleBook;
import retention.rules.explain.Failure;
import retention.rules.explain.Sayings;

/**
 * Finds the rules at fault for a difference between two customers: of those that conclude something else of the one than of
 * the other, each is left out in turn, and the engine says whether the difference is gone. Thread-safe.
 */
final class Culprits {

    private final RuleBook book;
    private final FairTerms fair;

    Culprits(RuleBook book, FairTerms fair) {
        this.book = book;
        this.fair = fair;
    }

    /** Who is at fault for the worse one not getting an action; {@code without} are rules that are left out in any case. */
    Blame of(Customer better, Customer worse, Set<String> without, String lost) {
        Reasoning one = book.reason(book.visible(better), without);
        Reasoning other = book.reason(book.visible(worse), without);
        List<String> differing = differing(one, other);
        List<String> alone = differing.stream()
                .filter(rule -> !lost(better, worse, and(without, List.of(rule)), lost))
                .toList();
        List<String> assessing =
                alone.stream().filter(fair.assessing()::contains).toList();
        List<String> guilty = assessing.isEmpty() ? alone : assessing;
        boolean together = guilty.isEmpty() && !differing.isEmpty();
        if (together && !lost(better, worse, and(without, differing), lost)) {
            guilty = differing;
        }
        if (guilty.isEmpty()) {
            return new Blame(List.of(), false, List.of(stopped(book.advise(worse, without), lost)));
        }
        List<String> says = guilty.stream()
                .map(rule -> says(rule, better, one, worse, other))
                .toList();
        return new Blame(
                guilty.stream()
                        .map(rule -> new Blame.Culprit(rule, fair.places().getOrDefault(rule, "")))
                        .toList(),
                together,
                says);
    }

    private boolean lost(Customer better, Customer worse, Set<String> without, String lost) {
        Terms one = Terms.of(book.advise(better, without), fair.prices());
        return one.lostIn(Terms.of(book.advise(worse, without), fair.prices())).contains(lost);
    }

    private static Set<String> and(Set<String> without, Collection<String> more) {
        var all = new HashSet<>(without);
        all.addAll(more);
        return all;
    }

    /** By place. */
    private List<String> differing(Reasoning one, Reasoning other) {
        Map<String, Set<String>> first = said(one);
        Map<String, Set<String>> second = said(other);
        var rules = new TreeSet<>(first.keySet());
        rules.addAll(second.keySet());
        return rules.stream()
                .filter(rule -> !first.getOrDefault(rule, Set.of()).equals(second.getOrDefault(rule, Set.of())))
                .sorted(Comparator.comparing((String rule) -> fair.places().getOrDefault(rule, ""))
                        .thenComparing(rule -> rule))
                .toList();
    }

    private static Map<String, Set<String>> said(Reasoning reasoning) {
        var said = new TreeMap<String, Set<String>>();
        var all = new ArrayList<Concluded<?>>(reasoning.assessment());
        all.addAll(reasoning.strategies());
        all.forEach(one -> said.computeIfAbsent(one.reason().rule(), rule -> new TreeSet<>())
                .add(words(one.conclusion())));
        return said;
    }

    /** What it comes to, whatever the sentence. */
    private static String words(Conclusion conclusion) {
        if (conclusion instanceof Evidence evidence) {
            return evidence.dimension() + " " + evidence.points();
        }
        if (conclusion instanceof Signal signal) {
            return "signal " + signal.name();
        }
        if (conclusion instanceof Recommend recommend) {
            return "recommend " + recommend.action() + " " + recommend.weight();
        }
        return "withhold " + ((Withhold) conclusion).named();
    }

    private String says(String rule, Customer better, Reasoning one, Customer worse, Reasoning other) {
        boolean before = said(one).containsKey(rule);
        boolean after = said(other).containsKey(rule);
        if (before && after) {
            return "speaks for both, and concludes something else";
        }
        Failure failure = before ? failure(rule, worse, other) : failure(rule, better, one);
        String why = failure == null ? "" : ": " + Sayings.of(failure).get("en");
        return (before ? "does not speak for the second" : "does not speak for the first") + why;
    }

    private @Nullable Failure failure(String rule, Customer customer, Reasoning reasoning) {
        return book.inquest(book.visible(customer), reasoning).outcome(rule, 0).failure();
    }

    private static String stopped(Advice worse, String lost) {
        for (WithheldAction one : worse.withheld()) {
            if (one.code().equals(lost)) {
                String guardrail = one.guardrail() == null ? "" : one.guardrail() + " ";
                String why = one.reasons().isEmpty() ? "" : one.reasons().get(0).sentence();
                String reference = one.reference() == null ? "" : " [" + one.reference() + "]";
                return guardrail + why + reference;
            }
        }
        return "no rule differs, and yet it is not advised";
    }
}
