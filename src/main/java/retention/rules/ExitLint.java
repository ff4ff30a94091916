package retention.rules;

import java.util.Collection;
import java.util.List;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Catalogue;

/**
 * Guardrail G4 while rules load: no rule withholds the way out by one of its tags, and an offer is called one. A price of the
 * customer's own that the catalogue calls service or task would need no consent, and be made again and again to somebody who
 * asked to cancel.
 */
final class ExitLint {

    private final Catalogue catalogue;
    private final List<String> priceTags;
    private final Collection<Problem> problems;

    ExitLint(Catalogue catalogue, List<String> priceTags, Collection<Problem> problems) {
        this.catalogue = catalogue;
        this.priceTags = priceTags;
        this.problems = problems;
    }

    /** Reports each conclusion at fault. */
    void run(List<Rule> rules) {
        for (Rule rule : rules) {
            for (Rule.Said said : rule.says()) {
                if (said.kind().equals("Withhold")) {
                    withheld(rule, said);
                } else if (said.kind().equals("Recommend")) {
                    offered(rule, said);
                }
            }
        }
    }

    private void withheld(Rule rule, Rule.Said said) {
        Action way = catalogue.wayOut();
        if (way.tags().contains(said.name())) {
            String why = way.code() + " is the way out, and has the tag \"" + said.name()
                    + "\": no rule withholds it, so take the tag from it (guardrail G4)";
            problems.add(rule.file().problem(Code.WAY_OUT_WITHHELD, said.offset(), why));
        }
    }

    private void offered(Rule rule, Rule.Said said) {
        Action action = catalogue.actions().get(said.name());
        if (action == null || action.kind() == ActionKind.MARKETING) {
            return;
        }
        action.tags().stream().filter(priceTags::contains).findFirst().ifPresent(tag -> {
            String why =
                    action.code() + " has the tag \"" + tag + "\", so it is an offer, and yet no marketing: without"
                            + " consent, and beside the one offer that whoever asked to cancel may get (guardrails G1 and G4)";
            problems.add(rule.file().problem(Code.OFFER_UNNAMED, said.offset(), why));
        });
    }
}
