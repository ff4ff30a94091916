package retention.rules.expression;

import java.util.Optional;
import java.util.Set;

/** Reads the operator of a comparison. */
final class Operators {

    /** Operators that are words. */
    static final Set<String> NAMED = Set.of("in", "matches", "contains");

    private static final Set<String> SHAPES = Set.of("startsWith", "endsWith");

    private final Tokens tokens;

    Operators(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether this token compares two values of a kind. */
    static boolean sign(Token token) {
        return token.kind() == Token.Kind.SIGN
                && Operator.of(token.text()).filter(Operator::comparing).isPresent();
    }

    /** Whether an operator comes next. */
    boolean next() {
        return compares(tokens, 0);
    }

    /** Whether an operator stands so many tokens further. */
    static boolean compares(Tokens tokens, int further) {
        Token token = tokens.peek(further);
        Token next = tokens.peek(further + 1);
        return sign(token)
                || (NAMED.contains(token.text()) && token.kind() == Token.Kind.NAME)
                || (token.is("not") && NAMED.contains(next.text()))
                || (token.is("str") && next.is("["));
    }

    /** Takes the operator that comes next, behind its {@code not}. */
    Operator take() {
        Token token = tokens.next();
        if (token.is("str")) {
            return shape();
        }
        Optional<Operator> operator = Operator.of(token.text());
        return operator.orElse(Operator.EQUAL); // not met: next() has looked
    }

    private Operator shape() {
        tokens.next();
        Token shape = tokens.next();
        if (!SHAPES.contains(shape.text())) {
            tokens.fail(shape.at(), "between these brackets stands startsWith or endsWith");
        }
        tokens.expect("]", "the bracket ] is missing");
        return shape.text().equals("endsWith") ? Operator.ENDS_WITH : Operator.STARTS_WITH;
    }
}
