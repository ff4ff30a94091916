package retention.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.rules.expression.Binding;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Reading;

/** The ways in which one rule can speak. Facts that there is one of are told from those that there can be many of. */
final class Cases {

    private static final Set<String> ALWAYS = Set.of("Customer", "Today", "Trust", "Satisfaction", "SwitchingCost");

    private final Terms terms;
    private final Claims claims;
    private final Set<String> subjects = new LinkedHashSet<>();
    private List<List<Claim>> alternatives = List.of(List.of());
    private boolean exact = true;

    private Cases(Map<String, Declared> declared) {
        this.terms = new Terms(declared);
        this.claims = new Claims(terms);
    }

    /** Those of a rule; none when there are too many to look into. */
    static List<Case> of(Rule rule, Map<String, Declared> declared) {
        var cases = new Cases(declared);
        for (int i = 0; i < rule.asks().size(); i++) {
            cases.add(rule.asks().get(i), i);
        }
        return cases.alternatives.size() > Claims.MOST
                ? List.of()
                : cases.alternatives.stream()
                        .map(claims -> new Case(claims, cases.subjects, cases.exact))
                        .toList();
    }

    /** Each comparison of a rule with what it is about, in their order; those of too many alternatives once each. */
    static List<Claim> claims(Rule rule, Map<String, Declared> declared) {
        var cases = new Cases(declared);
        var all = new ArrayList<Claim>();
        for (int i = 0; i < rule.asks().size(); i++) {
            Asked asked = rule.asks().get(i);
            String subject = subject(asked, i);
            cases.remember(asked, subject);
            for (Condition condition : asked.conditions()) {
                cases.claims
                        .of(condition.tree(), subject, condition.offset(), false)
                        .forEach(all::addAll);
            }
        }
        return all.stream().distinct().toList();
    }

    private void add(Asked asked, int index) {
        String subject = subject(asked, index);
        remember(asked, subject);
        switch (asked.mode()) {
            case EACH, SOME -> there(asked, subject);
            case NONE -> none(asked, subject);
            case WITHIN -> exact = false;
        }
    }

    private void there(Asked asked, String subject) {
        if (asked.fact().equals("Signal")) {
            signal(asked, "true");
            return;
        }
        if (!ALWAYS.contains(asked.fact())) {
            subjects.add(subject);
            source(asked);
        }
        for (Condition condition : asked.conditions()) {
            and(claims.of(condition.tree(), subject, condition.offset(), false));
        }
    }

    /** That facts of a list are there says that the list holds some. */
    private void source(Asked asked) {
        String source = Vocabulary.source(asked.fact());
        Chain any = source == null ? null : chain(source + ".any");
        Term term = any == null ? null : terms.of(any, "Customer");
        if (term != null && term.key().endsWith(".count")) {
            and(List.of(List.of(Claim.of(term, Domain.from(BigDecimal.ONE, false, true), false, asked.offset()))));
        }
    }

    private static @Nullable Chain chain(String text) {
        return Reading.of(text).condition() instanceof Chain chain ? chain : null;
    }

    private void none(Asked asked, String subject) {
        if (asked.fact().equals("Signal")) {
            signal(asked, "false");
        } else if (ALWAYS.contains(asked.fact()) && asked.conditions().size() == 1) {
            Condition only = asked.conditions().get(0);
            and(claims.of(only.tree(), subject, only.offset(), true));
        } else {
            String all = asked.conditions().stream()
                    .map(condition -> condition.tree().toString())
                    .collect(Collectors.joining(", ", "not " + asked.fact() + "( ", " )"));
            and(List.of(List.of(Claim.sentence("Customer", all, all.indexOf('$') < 0, asked.offset()))));
        }
    }

    private void signal(Asked asked, String there) {
        for (Condition condition : asked.conditions()) {
            if (condition.tree() instanceof Comparison comparison && comparison.right() instanceof Literal name) {
                Term term = Term.value("Signal", name.text(), Domain.of(Set.of("true", "false"), false));
                and(List.of(List.of(Claim.of(term, Domain.of(Set.of(there), false), false, condition.offset()))));
            }
        }
    }

    private void and(List<List<Claim>> more) {
        alternatives = Claims.product(alternatives, more);
    }

    private static String subject(Asked asked, int index) {
        return ALWAYS.contains(asked.fact()) ? asked.fact() : asked.fact() + "#" + index;
    }

    private void remember(Asked asked, String subject) {
        if (!asked.name().isEmpty()) {
            terms.fact(asked.name(), subject);
        }
        for (Condition condition : asked.conditions()) {
            Expression left = condition.tree() instanceof Comparison comparison ? comparison.left() : condition.tree();
            if (left instanceof Binding binding && binding.value() instanceof Chain chain) {
                terms.answer(binding.name(), subject, chain);
            }
        }
    }
}
