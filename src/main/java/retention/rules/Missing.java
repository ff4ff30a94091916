package retention.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import retention.rules.expression.Binding;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Operator;
import retention.rules.expression.Sum;

/**
 * Complains where a value that nobody told us would pass as if it were there: {@code segment != Segment.PRICE} holds for a
 * customer whose segment is not known.
 */
final class Missing {

    private static final Set<String> OF_LISTS = Set.of("any", "none");

    private final Answers answers;
    private final Complaints complaints;

    Missing(Answers answers, Complaints complaints) {
        this.answers = answers;
        this.complaints = complaints;
    }

    /** A comparison; {@code turned} when an odd number of ! stands before it. */
    void comparison(Comparison comparison, boolean turned, Known known) {
        Expression left = plain(comparison.left());
        Expression right = comparison.right();
        if (nothing(left) || nothing(right)) {
            return;
        }
        boolean unequal = comparison.operator() == Operator.UNEQUAL ^ comparison.negated() ^ turned;
        if (ofList(left) && right instanceof Literal said && said.kind() == Literal.Kind.YES_NO) {
            if (said.text().equals("false") != unequal) {
                list((Chain) left);
            }
            return;
        }
        Expression missing = missing(left, known) ? left : missing(right, known) ? right : null;
        if (unequal && missing != null) {
            complaints.add(
                    Code.MISSING_PASSES,
                    missing.begin(),
                    "\"" + missing + "\" may be missing, and what is missing would pass: ask also " + missing
                            + " != null");
        } else if (missing(left, known) && missing(right, known) && !ordered(comparison)) {
            complaints.add(
                    Code.MISSING_PASSES,
                    left.begin(),
                    "both \"" + left + "\" and \"" + right + "\" may be missing, and would be equal: ask also " + left
                            + " != null");
        }
        reckoned(left, known);
        reckoned(right, known);
        begins(comparison, left, known);
    }

    /** The engine stumbles over a missing text when it looks how it begins or ends. */
    private void begins(Comparison comparison, Expression left, Known known) {
        boolean shape = comparison.operator() == Operator.STARTS_WITH || comparison.operator() == Operator.ENDS_WITH;
        if (shape && mayBeMissing(left) && !known.before().contains(left.toString())) {
            complaints.add(
                    Code.MISSING_PASSES,
                    left.begin(),
                    "\"" + left + "\" may be missing, and has no beginning or end then: ask first " + left
                            + " != null");
        }
    }

    /** A question with yes or no that stands alone. */
    void alone(Chain question, Answer answer, boolean turned) {
        if (answer.type() == Boolean.class || (turned && answer.mayBeMissing())) {
            complaints.add(
                    Code.MISSING_PASSES,
                    question.begin(),
                    "\"" + question + "\" may be missing: write " + question + " == " + !turned);
        } else if (turned && ofList(question)) {
            list(question);
        }
    }

    private void list(Chain question) {
        String opposite = question.last().equals("any") ? "none" : "any";
        String asked = question.toString().replaceFirst("(any|none)$", opposite);
        complaints.add(Code.MISSING_PASSES, question.begin(), "a list that was not sent would pass: write " + asked);
    }

    private void reckoned(Expression side, Known known) {
        if (side instanceof Sum sum) {
            reckoned(sum.left(), known);
            reckoned(sum.right(), known);
            operand(sum.left(), known);
            operand(sum.right(), known);
        }
    }

    private void operand(Expression operand, Known known) {
        if (mayBeMissing(operand) && !known.before().contains(operand.toString())) {
            complaints.add(
                    Code.MISSING_PASSES,
                    operand.begin(),
                    "\"" + operand + "\" may be missing, and nothing can be added or divided then: ask first " + operand
                            + " != null");
        }
    }

    private boolean missing(Expression value, Known known) {
        return mayBeMissing(value) && !known.anywhere().contains(value.toString());
    }

    private boolean mayBeMissing(Expression value) {
        Answer answer = value instanceof Chain ? answers.of(value) : null;
        return answer != null && answer.mayBeMissing();
    }

    /** Nothing is larger or smaller than what is missing, so an order with a remembered answer holds for known ones alone. */
    private static boolean ordered(Comparison comparison) {
        return comparison.operator().ordering() && (remembered(comparison.left()) || remembered(comparison.right()));
    }

    private static boolean remembered(Expression value) {
        return plain(value) instanceof Chain chain && !chain.start().isEmpty();
    }

    private static boolean ofList(Expression value) {
        return value instanceof Chain chain && OF_LISTS.contains(chain.last());
    }

    private static boolean nothing(@Nullable Expression value) {
        return value instanceof Literal literal && literal.kind() == Literal.Kind.NOTHING;
    }

    private static Expression plain(Expression left) {
        return left instanceof Binding binding ? binding.value() : left;
    }
}
