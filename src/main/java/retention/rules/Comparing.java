package retention.rules;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retention.rules.expression.Among;
import retention.rules.expression.Binding;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Operator;
import retention.rules.expression.Sum;

/** Complains where two values are compared that are not of one kind, or in a way that their kind does not know. */
final class Comparing {

    private final Answers answers;
    private final Complaints complaints;

    Comparing(Answers answers, Complaints complaints) {
        this.answers = answers;
        this.complaints = complaints;
    }

    /** Checks one comparison, its names first. */
    void check(Comparison comparison) {
        Answer left = answers.of(comparison.left());
        if (comparison.right() instanceof Among among) {
            among.values().forEach(value -> pair(comparison, left, value));
        } else {
            pair(comparison, left, comparison.right());
        }
    }

    private void pair(Comparison comparison, @Nullable Answer left, Expression other) {
        Expression asked = plain(comparison.left());
        String meant = left == null || !asks(asked) ? null : answers.meant().instead(comparison, asked, left, other);
        if (meant != null) {
            complaints.add(Code.WRONG_KIND, other.begin(), meant);
            return;
        }
        Answer right = answers.of(other);
        if (left == null || right == null) {
            return;
        }
        String wrong = wrong(comparison, left, other, right);
        if (wrong != null) {
            complaints.add(Code.WRONG_KIND, place(comparison, left, other, right), wrong);
        } else if (other instanceof Literal literal) {
            fixed(comparison.operator(), left, literal);
        }
    }

    /** A value of the right kind can still be too much. */
    private void fixed(Operator operator, Answer left, Literal literal) {
        if (literal.number() && left.kind() == Kind.NUMBER && tooLarge(left, literal)) {
            complaints.add(Code.TOO_LARGE, literal.begin(), literal + " is larger than any number this can be");
        } else if (operator == Operator.MATCHES) {
            String refusal = SafePattern.refusal(literal.text());
            if (refusal != null) {
                complaints.add(Code.UNSAFE_PATTERN, literal.begin() + 1, refusal);
            }
        }
    }

    /** What is an odd value stands out on the right; what can never be compared, on the left. */
    private static int place(Comparison comparison, Answer left, Expression other, Answer right) {
        boolean leftIsOdd =
                left.kind().answers() || (left.kind() == Kind.DATE && (right.kind() != Kind.DATE || day(other)));
        Expression asked = comparison.left();
        boolean fixed = !asks(asked);
        return leftIsOdd || fixed ? plain(asked).begin() : other.begin();
    }

    private @Nullable String wrong(Comparison comparison, Answer left, Expression other, Answer right) {
        Expression asked = plain(comparison.left());
        if (!asks(asked)) {
            return asks(other)
                    ? "write the question first: " + other + " before " + asked
                    : "two fixed values are compared: ask a fact";
        }
        if (right.kind() == Kind.NOTHING) {
            return nothing(comparison.operator(), asked, left);
        }
        String structured = structured(asked, left) != null ? structured(asked, left) : structured(other, right);
        if (structured != null) {
            return structured;
        }
        return switch (comparison.operator()) {
            case MATCHES, STARTS_WITH, ENDS_WITH -> shape(comparison.operator(), asked, left, other);
            case CONTAINS -> contains(asked, left, other);
            default -> kinds(comparison.operator(), asked, left, other, right);
        };
    }

    private static @Nullable String nothing(Operator operator, Expression asked, Answer left) {
        if (operator != Operator.EQUAL && operator != Operator.UNEQUAL) {
            return "with null compare by == or !=";
        }
        return left.kind().answers() && !left.mayBeMissing()
                ? "\"" + asked + "\" itself is never missing: ask " + asked + ".known"
                : null;
    }

    private static @Nullable String structured(Expression value, Answer answer) {
        return switch (answer.kind()) {
            case LIST -> "\"" + value + "\" is a list: ask it something, as in " + value + ".count";
            case FACT -> "\"" + value + "\" is a whole fact: compare one of its fields";
            default -> null;
        };
    }

    private static @Nullable String shape(Operator operator, Expression asked, Answer left, Expression other) {
        if (left.kind() != Kind.TEXT) {
            return "\"" + asked + "\" is " + left.kind().words() + ", and " + operator.written() + " is for texts";
        }
        return text(other) ? null : "behind " + operator.written() + " stands a text in quotes";
    }

    private static @Nullable String contains(Expression asked, Answer left, Expression other) {
        if (left.kind() != Kind.TEXTS && left.kind() != Kind.TEXT) {
            return "\"" + asked + "\" is " + left.kind().words() + ", and contains is for texts and lists of texts";
        }
        return text(other) ? null : "behind contains stands a text in quotes";
    }

    private static boolean day(Expression value) {
        return value instanceof Literal literal && literal.kind() == Literal.Kind.DATE;
    }

    private static boolean text(Expression value) {
        return value instanceof Literal literal && literal.kind() == Literal.Kind.TEXT;
    }

    private @Nullable String kinds(Operator operator, Expression asked, Answer left, Expression other, Answer right) {
        if (left.kind() != right.kind() || day(other)) {
            return unlike(asked, left, other, right);
        }
        if (left.kind() == Kind.TEXTS) {
            return "\"" + asked + "\" is a list of texts: write contains";
        }
        if (left.kind() == Kind.WORD && left.type() != right.type()) {
            return "\"" + asked + "\" is a word of " + left.type().getSimpleName() + ", and \"" + other + "\" one of "
                    + right.type().getSimpleName();
        }
        if (operator.ordering() && left.kind() != Kind.NUMBER && left.kind() != Kind.DATE) {
            return "\"" + asked + "\" is " + left.kind().words()
                    + ", which is never larger or smaller: compare by == or !=";
        }
        return null;
    }

    private @Nullable String unlike(Expression asked, Answer left, Expression other, Answer right) {
        return switch (left.kind()) {
            case DATE -> date(asked);
            case NUMBER ->
                other instanceof Literal
                        ? "\"" + asked + "\" is a number, and " + other + " is none"
                        : mixed(asked, left, other, right);
            case TEXT ->
                other instanceof Literal number && number.number()
                        ? "\"" + asked + "\" is a text: write \"" + other + "\" in quotes"
                        : mixed(asked, left, other, right);
            case YES_NO -> "\"" + asked + "\" is yes or no: compare it with true or false";
            case TEXTS -> "\"" + asked + "\" is a list of texts: write contains";
            default -> mixed(asked, left, other, right);
        };
    }

    private String date(Expression asked) {
        Chain chain = asked instanceof Chain known && !known.remembered() ? known : null;
        Subject of = chain == null ? null : answers.askedLast(chain);
        Optional<String> question =
                chain == null || of == null ? Optional.empty() : DateQuestion.of(of.type(), chain.last());
        String before = chain == null || chain.before().isEmpty() ? "" : chain.before() + ".";
        return "\"" + asked + "\" is a date: "
                + question.map(days -> "ask " + before + days + ", which counts its days")
                        .orElse("ask a question that counts days, or Today( between( ... ) )");
    }

    private static String mixed(Expression asked, Answer left, Expression other, Answer right) {
        return "\"" + asked + "\" is " + left.kind().words() + ", and " + Answers.quoted(other) + " is "
                + right.kind().words() + ": they cannot be compared";
    }

    private static boolean tooLarge(Answer left, Literal number) {
        boolean small = left.type() == Integer.class || left.type() == int.class;
        BigDecimal most = BigDecimal.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE);
        return number.amount().abs().compareTo(most) > 0;
    }

    /** Whether a fact is asked, or what was remembered of one. */
    private static boolean asks(Expression value) {
        return value instanceof Chain
                || value instanceof Binding
                || (value instanceof Sum sum && (asks(sum.left()) || asks(sum.right())));
    }

    private static Expression plain(Expression left) {
        return left instanceof Binding binding ? binding.value() : left;
    }
}
