package retention.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.rules.expression.Among;
import retention.rules.expression.Binding;
import retention.rules.expression.Both;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Either;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Negation;
import retention.rules.expression.Operator;
import retention.rules.expression.Word;

/** Takes conditions apart into claims: alternatives, of which one must hold, each of claims that must all hold. */
final class Claims {

    /** More alternatives are not looked into. */
    static final int MOST = 16;

    private final Terms terms;

    Claims(Terms terms) {
        this.terms = terms;
    }

    /** The alternatives of a condition, or of its opposite; more than {@link #MOST} when there are too many. */
    List<List<Claim>> of(Expression condition, String subject, int offset, boolean turned) {
        if (condition instanceof Negation negation) {
            return of(negation.inner(), subject, offset, !turned);
        }
        if (condition instanceof Either either) {
            return turned ? all(either.parts(), subject, offset, true) : one(either.parts(), subject, offset, false);
        }
        if (condition instanceof Both both) {
            return turned ? one(both.parts(), subject, offset, true) : all(both.parts(), subject, offset, false);
        }
        if (condition instanceof Binding) {
            return turned ? List.of() : List.of(List.of());
        }
        return List.of(List.of(single(condition, subject, offset, turned)));
    }

    private List<List<Claim>> one(List<Expression> parts, String subject, int offset, boolean turned) {
        var alternatives = new ArrayList<List<Claim>>();
        parts.forEach(part -> alternatives.addAll(of(part, subject, offset, turned)));
        return alternatives;
    }

    private List<List<Claim>> all(List<Expression> parts, String subject, int offset, boolean turned) {
        List<List<Claim>> together = List.of(List.of());
        for (Expression part : parts) {
            together = product(together, of(part, subject, offset, turned));
        }
        return together;
    }

    /** Each of some alternatives with each of others; cut off where there are too many. */
    static List<List<Claim>> product(List<List<Claim>> some, List<List<Claim>> others) {
        var product = new ArrayList<List<Claim>>();
        for (List<Claim> one : some) {
            for (List<Claim> other : others) {
                if (product.size() <= MOST) {
                    var both = new ArrayList<>(one);
                    both.addAll(other);
                    product.add(both);
                }
            }
        }
        return product;
    }

    private Claim single(Expression condition, String subject, int offset, boolean turned) {
        int place = offset + condition.begin();
        Term term = term(condition, subject);
        Domain allowed = term == null ? null : allowed(condition, term, turned);
        return term == null || allowed == null
                ? sentence(condition, subject, place, turned)
                : Claim.of(term, allowed, ordered(condition), place);
    }

    private static boolean ordered(Expression condition) {
        return condition instanceof Comparison comparison
                && comparison.operator().ordering();
    }

    private @Nullable Term term(Expression condition, String subject) {
        Expression asked = condition instanceof Comparison comparison ? comparison.left() : condition;
        Expression plain = asked instanceof Binding binding ? binding.value() : asked;
        return plain instanceof Chain chain ? terms.of(chain, subject) : null;
    }

    private static @Nullable Domain allowed(Expression condition, Term term, boolean turned) {
        if (!(condition instanceof Comparison comparison)) {
            return turned ? term.no() : term.yes();
        }
        boolean opposite = turned != comparison.negated();
        if (comparison.right() instanceof Literal said && said.kind() == Literal.Kind.YES_NO) {
            return yesNo(comparison.operator(), said, term, opposite);
        }
        if (comparison.right() instanceof Among among) {
            List<String> names = among.values().stream().map(Claims::name).toList();
            return opposite
                    ? Domain.except(names, term.all().whole())
                    : Domain.of(names, term.all().whole());
        }
        return comparison.right() instanceof Literal || comparison.right() instanceof Word
                ? compared(comparison, term.all().whole(), opposite)
                : null;
    }

    private static Domain yesNo(Operator operator, Literal said, Term term, boolean opposite) {
        boolean equal = (operator == Operator.EQUAL) != opposite;
        boolean yes = said.text().equals("true") == equal;
        Domain answered = yes ? term.yes() : term.no();
        boolean always = !term.all().holds("true"); // any, none, known and levels are yes or no, and never missing
        if (always) {
            return answered;
        }
        return equal ? answered.known() : yes ? answered.orMissing().meet(term.all()) : answered;
    }

    private static @Nullable Domain compared(Comparison comparison, boolean whole, boolean opposite) {
        Expression right = comparison.right();
        boolean nothing = right instanceof Literal literal && literal.kind() == Literal.Kind.NOTHING;
        List<String> name = List.of(name(right));
        return switch (comparison.operator()) {
            case EQUAL -> equal(name, nothing, whole, opposite);
            case UNEQUAL -> equal(name, nothing, whole, !opposite);
            case AT_LEAST, MORE -> ordered(right, comparison.operator() == Operator.MORE, true, whole, opposite);
            case AT_MOST, LESS -> ordered(right, comparison.operator() == Operator.LESS, false, whole, opposite);
            default -> null;
        };
    }

    private static Domain equal(List<String> name, boolean nothing, boolean whole, boolean opposite) {
        if (nothing) {
            return opposite ? Domain.all(whole).known() : Domain.nothing(whole);
        }
        return opposite ? Domain.except(name, whole) : Domain.of(name, whole);
    }

    private static @Nullable Domain ordered(
            Expression right, boolean strict, boolean upwards, boolean whole, boolean opposite) {
        if (!(right instanceof Literal number) || !number.number()) {
            return null;
        }
        BigDecimal end = number.amount();
        if (opposite) {
            Domain rest = upwards ? Domain.to(end, !strict, whole) : Domain.from(end, !strict, whole);
            return rest.orMissing();
        }
        return upwards ? Domain.from(end, strict, whole) : Domain.to(end, strict, whole);
    }

    private static String name(Expression value) {
        if (value instanceof Word word) {
            return word.word();
        }
        return value instanceof Literal literal && literal.number()
                ? Domain.name(literal.amount())
                : ((Literal) value).text();
    }

    /** Two values of facts, or a pattern: what it says is only compared as a whole. */
    private Claim sentence(Expression condition, String subject, int place, boolean turned) {
        String text = (turned ? "!" : "") + condition;
        if (condition instanceof Comparison comparison
                && comparison.left() instanceof Chain left
                && comparison.right() instanceof Chain right) {
            Term one = terms.of(left, subject);
            Term other = terms.of(right, subject);
            if (one != null && other != null && one.subject().equals(other.subject())) {
                String operator = (comparison.negated() ? "not " : "")
                        + comparison.operator().written();
                String told = (turned ? "!" : "") + one.key() + " " + operator + " " + other.key();
                return Claim.sentence(one.subject(), told, true, place);
            }
            return Claim.sentence(subject, text, false, place);
        }
        return Claim.sentence(subject, text, text.indexOf('$') < 0, place);
    }
}
