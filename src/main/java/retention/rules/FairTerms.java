package retention.rules;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Catalogue;
import retention.policy.ContactPolicy;
import retention.rules.explain.Asking;
import retention.rules.explain.Constants;

/**
 * What of a rule folder bears on whether terms are fair: for an audit, which varies a customer and asks the rules again.
 *
 * @param months whole months around which rules change their mind about how long somebody has been a customer
 * @param fields the fields that must not change terms, with values that rules may tell apart; by the alphabet
 * @param occasions rules that greet on a day which comes to everybody, by the field that they look at for it
 * @param prices the actions with a price of the customer's own
 * @param places file and line of each rule
 * @param assessing the rules that assess, which come before those that decide
 */
public record FairTerms(
        SortedSet<Integer> months,
        SortedMap<String, ProtectedField> fields,
        SortedMap<String, SortedSet<String>> occasions,
        Set<String> prices,
        Map<String, String> places,
        Set<String> assessing) {

    /** The field that says how long somebody has been a customer. */
    public static final String TENURE = "since";

    private static final int LONGEST = 1200;

    static FairTerms of(
            List<Rule> rules,
            Inquiries inquiries,
            ContactPolicy policy,
            Catalogue catalogue,
            Map<String, Declared> declared) {
        Set<String> prices = prices(policy, catalogue);
        var occasions = new TreeMap<String, SortedSet<String>>();
        var all = new TreeSet<>(policy.protectedFields());
        all.add(TENURE);
        for (String field : all) {
            occasions.put(
                    field,
                    rules.stream()
                            .filter(rule -> greets(rule, prices))
                            .filter(rule -> occasion(inquiries.rule(rule.name()), field))
                            .map(Rule::name)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        var fields = new TreeMap<String, ProtectedField>();
        for (String field : policy.protectedFields()) {
            Constants constants = constants(field, rules, inquiries, Set.of());
            fields.put(field, ProtectedField.of(field, constants, declared));
        }
        Set<String> greeting = occasions.getOrDefault(TENURE, Collections.emptySortedSet());
        return new FairTerms(
                months(constants(TENURE, rules, inquiries, greeting)),
                fields,
                occasions,
                prices,
                rules.stream()
                        .collect(Collectors.toMap(Rule::name, one -> one.file().shown() + ":" + one.line())),
                rules.stream()
                        .filter(rule -> rule.file().stage() == Stage.ASSESSMENT)
                        .map(Rule::name)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> prices(ContactPolicy policy, Catalogue catalogue) {
        return catalogue.actions().values().stream()
                .filter(action -> action.kind() == ActionKind.MARKETING)
                .filter(action -> action.tags().stream().anyMatch(policy.personalPrice()::contains))
                .map(Action::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a rule recommends and does nothing else, and no price. */
    private static boolean greets(Rule rule, Set<String> prices) {
        return rule.file().stage() == Stage.STRATEGIES
                && rule.says().stream()
                        .noneMatch(said -> said.kind().equals("Withhold") || prices.contains(said.name()));
    }

    private static boolean occasion(Inquiries.Read rule, String field) {
        return looks(rule, field)
                && (field.equals(TENURE)
                        ? Occasions.ofTenure(rule.when())
                        : rule.paths().containsKey("Today"));
    }

    private static boolean looks(Inquiries.Read rule, String field) {
        String place = ProtectedField.place(field);
        return rule.paths().values().stream()
                .flatMap(Collection::stream)
                .anyMatch(path -> path.equals(place) || path.startsWith(place + ".") || path.startsWith(place + "[]"));
    }

    private static Constants constants(String field, List<Rule> rules, Inquiries inquiries, Set<String> but) {
        List<List<Asking>> whens = rules.stream()
                .filter(rule -> !but.contains(rule.name()))
                .map(rule -> inquiries.rule(rule.name()))
                .filter(rule -> looks(rule, field))
                .map(Inquiries.Read::when)
                .toList();
        return Constants.of(whens);
    }

    private static SortedSet<Integer> months(Constants constants) {
        return constants.numbers().stream()
                .map(number -> number.intValue())
                .filter(month -> month >= 0 && month <= LONGEST)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
