package retention.rules.expression;

import java.util.Optional;

/** What to say of something that stands where a condition is complete, or where a value is missing. */
final class Leftover {

    private static final String COMMA = "is a comma missing before this?";

    private Leftover() {}

    /** The same behind something that may be {@code complete}, so that the next can only be another condition. */
    static String sentence(Tokens tokens, boolean complete) {
        boolean known =
                Foreign.sentence(tokens.peek().text()) != null || unit(tokens).isPresent();
        return complete && !known && tokens.peek(-1).kind() != Token.Kind.NUMBER ? COMMA : sentence(tokens);
    }

    /** About the token that comes next, behind a complete condition. */
    static String sentence(Tokens tokens) {
        Token token = tokens.peek();
        Token before = tokens.peek(-1);
        String foreign = token.kind() == Token.Kind.NAME ? Foreign.sentence(token.text()) : null;
        if (foreign != null) {
            return foreign;
        }
        if (token.is("not")) {
            return "\"not\" stands before in, matches or contains: write !( ... ) around a condition";
        }
        Optional<String> unit = unit(tokens);
        if (unit.isPresent()) {
            return unit.get();
        }
        if (condition(tokens)) {
            return COMMA;
        }
        if (before.kind() == Token.Kind.NUMBER && token.kind() == Token.Kind.NAME) {
            return "write " + before.text() + " alone; another condition begins behind a comma or &&";
        }
        if (token.is(",")) {
            return "a comma ends the condition; the decimal point is a point, as in 3.5";
        }
        if (token.is(")")) {
            return "this parenthesis closes nothing";
        }
        if (token.is(":")) {
            return "a value is remembered at the beginning of a condition: $days : ...";
        }
        if (token.is("[")) {
            return "[ ] is not known: ask a list, as in orders.latest!.product";
        }
        if (token.is("||") || token.is("&&")) {
            return "remember a value in a condition of its own, with a comma behind it";
        }
        return "an operator such as == or && is missing before " + token.shown();
    }

    /** What to say of a unit or a currency behind a number, if that is what comes next. */
    static Optional<String> unit(Tokens tokens) {
        Token number = tokens.peek(-1);
        Token unit = tokens.peek();
        boolean one = number.kind() == Token.Kind.NUMBER
                && unit.kind() == Token.Kind.NAME
                && Unit.word(unit.text())
                && !condition(tokens);
        return one ? Optional.of(Unit.sentence(number.text())) : Optional.empty();
    }

    /** Whether another condition begins with the token that comes next. */
    static boolean condition(Tokens tokens) {
        int at = tokens.peek().is("!") ? 1 : 0;
        if (tokens.peek(at).kind() != Token.Kind.NAME) {
            return false;
        }
        Token behind = tokens.peek(at + 1);
        return at == 1 || behind.is(".") || behind.is("(") || behind.is(":") || Operators.compares(tokens, at + 1);
    }

    /** About the token that comes next where a value should stand. */
    static String insteadOfValue(Token token) {
        if (token.kind() == Token.Kind.END) {
            return "a value is missing at the end";
        }
        if (token.is("[")) {
            return "[ ] is not known: ask a list, as in orders.latest!.product";
        }
        if (token.is(".")) {
            return "a number begins with a digit, as in 0.5";
        }
        return Operators.sign(token)
                ? "what is compared must stand before " + token.text()
                : "a value is missing before " + token.shown();
    }

    /** In quotes, unless it is a text, which has some. */
    static String quoted(Expression shown) {
        return shown instanceof Literal text && text.kind() == Literal.Kind.TEXT
                ? text.toString()
                : "\"" + shown + "\"";
    }

    /** A hint for a number that a comma cut off. */
    static String point(Expression alone) {
        return alone instanceof Literal literal && literal.number() ? "; the decimal point is a point, as in 3.5" : "";
    }
}
