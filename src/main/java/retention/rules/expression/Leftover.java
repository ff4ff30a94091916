package retention.rules.expression;

/** What to say of something that stands where a condition is complete, or where a value is missing. */
final class Leftover {

    private Leftover() {}

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
