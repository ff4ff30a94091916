package retention.rules;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.rules.explain.Chains;
import retention.rules.explain.Constants;
import retention.rules.explain.Failure;

/**
 * Where rules look, with those behind their signals and scores: a change elsewhere cannot turn them. For one rule book; not
 * thread-safe.
 */
final class RuleLooks {

    private static final Set<String> SCORES = Set.of("Trust", "Satisfaction", "SwitchingCost");

    private final Collection<Rule> rules;
    private final Inquiries inquiries;
    private final Map<String, Declared> declared;

    RuleLooks(Collection<Rule> rules, Inquiries inquiries, Map<String, Declared> declared) {
        this.rules = rules;
        this.inquiries = inquiries;
        this.declared = declared;
    }

    /** The rules that say something of this kind about one of these names, such as Recommend or Withhold. */
    List<Rule> saying(String kind, Collection<String> names) {
        return rules.stream()
                .filter(rule ->
                        rule.says().stream().anyMatch(said -> said.kind().equals(kind) && names.contains(said.name())))
                .toList();
    }

    /** Whether a rule gives the action a weight of its own. */
    static boolean weighs(Rule rule, String code) {
        return rule.says().stream()
                .anyMatch(said -> said.kind().equals(Rule.WEIGHT) && said.name().startsWith(code + " "));
    }

    /** The rule of this name; null when something else has it. */
    @Nullable
    Rule named(String name) {
        return rules.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** All that could make a rule speak or fall silent. */
    Set<Look> whole(Rule rule) {
        return of(rule, inquiries.rule(rule.name()).paths().keySet(), Constants.none());
    }

    /** All that a rule needs to speak which fails like this: what it asks beside that holds already, or is not enough. */
    Set<Look> failing(Rule rule, Failure failure) {
        var types = new TreeSet<String>();
        boolean known = types(failure, types);
        Inquiries.Read read = inquiries.rule(rule.name());
        boolean alone = known && !Chains.joined(read.when());
        return of(rule, alone ? types : read.paths().keySet(), failure.remembered());
    }

    /** False where it cannot be told which fact is missing. */
    private static boolean types(Failure failure, Set<String> into) {
        if (failure.kind() == Failure.Kind.NEITHER) {
            return failure.within().stream().allMatch(one -> types(one, into));
        }
        into.add(failure.fact());
        return failure.kind() != Failure.Kind.CANNOT_TELL && !failure.fact().isEmpty();
    }

    private Set<Look> of(Rule rule, Collection<String> types, Constants remembered) {
        Inquiries.Read read = inquiries.rule(rule.name());
        var looks = new LinkedHashSet<Look>();
        var places = new TreeSet<String>();
        for (String type : types) {
            Collection<String> asked = read.paths().getOrDefault(type, new TreeSet<>());
            places.addAll(asked.isEmpty() ? facts(type) : asked);
            behind(rule, type).forEach(other -> looks.addAll(whole(other)));
        }
        looks.add(new Look(places, Constants.of(List.of(read.when())).and(remembered)));
        return looks;
    }

    /** Where the facts stand that a rule asks nothing but to be there. */
    private Collection<String> facts(String type) {
        Declared own = declared.get(type);
        if (own != null) {
            return own.fields().keySet().stream()
                    .map(field -> "extensions." + type + "[]." + field)
                    .toList();
        }
        String source = Vocabulary.source(type);
        return source == null ? List.of() : List.of(source);
    }

    /** The rules that decide on what a rule asks for which is no fact of the customer. */
    private List<Rule> behind(Rule rule, String type) {
        if (type.equals("Signal")) {
            var names = new TreeSet<String>();
            rule.signals().forEach(signal -> names.add(signal.name()));
            return names.isEmpty()
                    ? rules.stream()
                            .filter(one -> one.says().stream()
                                    .anyMatch(said -> said.kind().equals("Signal")))
                            .toList()
                    : saying("Signal", names);
        }
        return SCORES.contains(type)
                ? rules.stream().filter(one -> moves(one, type)).toList()
                : List.of();
    }

    private static boolean moves(Rule rule, String score) {
        return rule.evidence().stream()
                .anyMatch(points -> score.equalsIgnoreCase(points.dimension().replace("_", "")));
    }
}
