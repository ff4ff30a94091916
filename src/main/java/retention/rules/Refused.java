package retention.rules;

import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/** What the engine knows and our language does not, and what to write instead. */
final class Refused {

    static final String EVAL = "eval is not allowed: write the condition in the parentheses of a fact";
    static final String FORALL = "forall is not allowed: write not before the fact that would break it";
    static final String BRANCH = "if and do are not allowed: write two rules";
    static final String FROM = "\"from\" is not allowed: ask the fact itself, or a list of the customer";
    static final String OVER = "over is not allowed: ask for ages, as in daysAgo <= 30";
    static final String ANNOTATION = "@ is not allowed: a fact is asked in its parentheses alone";
    static final String COLLECT = "collect is not allowed: ask the list, as in Customer( orders.late(3).count >= 2 )";
    static final String NO_FACT = "only facts can be asked here, such as Customer( ... )";
    static final String FUNCTION = "rules ask questions and insert conclusions; they do not program";
    static final String NAMED_CONSEQUENCE = "do[...] and then[...] are not allowed: write two rules";

    private Refused() {}

    /** About something that is no fact, nor exists, not, or, and. */
    static String sentence(BaseDescr part) {
        if (part instanceof EvalDescr) {
            return EVAL;
        }
        if (part instanceof ForallDescr) {
            return FORALL;
        }
        if (part instanceof ConditionalBranchDescr) {
            return BRANCH;
        }
        return "the rule asks in a way that is not allowed: ask facts, with exists, not, or, and accumulate";
    }

    /** About a fact with more than a name and conditions; null when it has no more. */
    static @Nullable String sentence(RuleFile file, PatternDescr pattern) {
        if (pattern.getSource() instanceof CollectDescr) {
            return COLLECT;
        }
        if (pattern.getSource() != null) {
            return FROM;
        }
        if (pattern.isQuery() || pattern.getObjectType() == null) {
            return NO_FACT;
        }
        if (!pattern.getBehaviors().isEmpty()) {
            return OVER;
        }
        if (!pattern.getAnnotations().isEmpty()) {
            return ANNOTATION;
        }
        return pattern.isUnification() ? "to remember a fact write : instead of :=" : null;
    }
}
