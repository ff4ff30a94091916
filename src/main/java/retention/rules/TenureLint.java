package retention.rules;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Catalogue;

/**
 * Guardrail G5 while rules load: whoever stays longer must not get worse terms. Refused is evidence that rests on tenure, for
 * a score that opens or closes marketing; to withhold marketing that begins with longer tenure; and a price of one's own
 * that ends with it. Thanks for the years are fine. What a company sends as facts of its own nobody can judge.
 */
final class TenureLint {

    private final List<Rule> rules;
    private final Catalogue catalogue;
    private final List<String> priceTags;
    private final Collection<Problem> problems;
    private final Set<String> signals = new HashSet<>();

    TenureLint(List<Rule> rules, Catalogue catalogue, List<String> priceTags, Collection<Problem> problems) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.priceTags = priceTags;
        this.problems = problems;
    }

    /** Reports each rule at fault at its first condition on tenure. */
    void run() {
        Set<String> deciding = deciding();
        for (Rule rule : rules) {
            Tenure tenure = Tenure.of(rule, Set.of());
            if (rule.file().stage() == Stage.ASSESSMENT && tenure.used()) {
                raised(rule);
                evidence(rule, tenure, deciding);
            }
        }
        for (Rule rule : rules) {
            if (rule.file().stage() == Stage.STRATEGIES) {
                strategy(rule, Tenure.of(rule, signals));
            }
        }
    }

    /** The scores that rules about marketing ask for. */
    private Set<String> deciding() {
        var scores = new HashSet<String>();
        for (Rule rule : rules) {
            if (rule.says().stream().anyMatch(said -> speaks(said) && marketing(said.name()))) {
                scores.addAll(rule.types());
            }
        }
        return scores;
    }

    private static boolean speaks(Rule.Said said) {
        return said.kind().equals("Recommend") || said.kind().equals("Withhold");
    }

    private void raised(Rule rule) {
        rule.says().stream().filter(said -> said.kind().equals("Signal")).forEach(said -> signals.add(said.name()));
    }

    private void evidence(Rule rule, Tenure tenure, Set<String> deciding) {
        for (RuleListing.Points points : rule.evidence()) {
            String score = score(points);
            if (deciding.contains(score)) {
                report(
                        rule,
                        tenure,
                        "how long somebody has been a customer is no evidence: " + score
                                + " opens or closes marketing");
                return;
            }
        }
    }

    private static String score(RuleListing.Points points) {
        return switch (points.dimension()) {
            case "TRUST" -> "Trust";
            case "SATISFACTION" -> "Satisfaction";
            default -> "SwitchingCost";
        };
    }

    private void strategy(Rule rule, Tenure tenure) {
        for (Rule.Said said : rule.says()) {
            if (said.kind().equals("Withhold") && tenure.longer() && marketing(said.name())) {
                report(rule, tenure, said.name() + " would be withheld from whoever has been a customer for longer");
                return;
            }
            if (said.kind().equals("Recommend") && tenure.shorter() && price(said.name())) {
                report(
                        rule,
                        tenure,
                        said.name()
                                + " is a price of one's own, and whoever has been a customer for longer would not get it");
                return;
            }
        }
    }

    private void report(Rule rule, Tenure tenure, String message) {
        problems.add(rule.file()
                .problem(
                        Code.TENURE,
                        Math.max(0, tenure.at()),
                        message + ": same facts and longer tenure must never earn worse terms (guardrail G5)"));
    }

    private boolean marketing(String name) {
        return named(name).stream().anyMatch(action -> action.kind() == ActionKind.MARKETING);
    }

    private boolean price(String name) {
        return named(name).stream()
                .anyMatch(action -> action.kind() == ActionKind.MARKETING
                        && action.tags().stream().anyMatch(priceTags::contains));
    }

    private List<Action> named(String name) {
        return catalogue.named(name).stream()
                .filter(code -> catalogue.actions().containsKey(code))
                .map(catalogue::action)
                .toList();
    }
}
