package retention.rules.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Reads what can be compared: chains of questions, literals, words, and sums of those. */
final class Values {

    /** Values that are words. */
    static final Set<String> FIXED = Set.of("true", "false", "null");

    private static final Set<String> PROGRAMS = Set.of("this", "new", "eval", "not");

    private final Tokens tokens;
    private final Supplier<Expression> inParentheses;

    Values(Tokens tokens, Supplier<Expression> inParentheses) {
        this.tokens = tokens;
        this.inParentheses = inParentheses;
    }

    Expression sum() {
        Expression sum = product();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            sum = reckoned(sum, tokens.next(), product());
        }
        return sum;
    }

    private Expression product() {
        Expression product = factor();
        while (tokens.peek().is("*") || tokens.peek().is("/")) {
            product = reckoned(product, tokens.next(), factor());
        }
        return product;
    }

    private Expression reckoned(Expression left, Token sign, Expression right) {
        if (!left.isValue() || !right.isValue()) {
            tokens.fail(sign.at(), "only numbers can be added, subtracted, multiplied and divided");
        }
        return new Sum(left, sign.text(), right);
    }

    /** One value; or a condition in parentheses, which the caller looks out for. */
    Expression factor() {
        Token token = tokens.peek();
        if (token.is("(")) {
            return parenthesised();
        }
        if (token.is("-")) {
            return negative();
        }
        return switch (token.kind()) {
            case NUMBER, DATE, TEXT -> fixed(tokens.next());
            case NAME -> named(token);
            default -> missing(token);
        };
    }

    private Expression parenthesised() {
        tokens.next();
        tokens.deeper();
        Expression inner = inParentheses.get();
        tokens.higher();
        tokens.expect(
                ")", tokens.peek().kind() == Token.Kind.END ? "a parenthesis ) is missing" : Leftover.sentence(tokens));
        return inner;
    }

    private Expression negative() {
        Token minus = tokens.next();
        Token number = tokens.peek();
        if (number.kind() != Token.Kind.NUMBER) {
            tokens.fail(minus.at(), "a minus sign stands before a number, or between two values");
            return nothing(minus);
        }
        tokens.next();
        return new Literal(numberKind(number), "-" + number.text(), minus.at());
    }

    private Expression fixed(Token token) {
        if (tokens.peek().is(".")) {
            tokens.fail(tokens.peek().at(), "nothing can be asked of " + token.shown() + ": ask a fact");
        }
        return new Literal(
                switch (token.kind()) {
                    case TEXT -> Literal.Kind.TEXT;
                    case DATE -> Literal.Kind.DATE;
                    default -> numberKind(token);
                },
                token.text(),
                token.at());
    }

    private static Literal.Kind numberKind(Token number) {
        return number.text().contains(".") ? Literal.Kind.DECIMAL : Literal.Kind.WHOLE;
    }

    private Expression named(Token name) {
        String foreign = name.is("not")
                ? "\"not\" stands before in, matches or contains: write !( ... ) around a condition"
                : Foreign.sentence(name.text());
        if (foreign != null && (PROGRAMS.contains(name.text()) || !continued(tokens.peek(1)))) {
            tokens.fail(name.at(), foreign);
            return nothing(name);
        }
        if (Unit.word(name.text()) && tokens.peek(1).kind() == Token.Kind.NUMBER) {
            tokens.fail(name.at(), Unit.sentence(tokens.peek(1).text()));
            return nothing(name);
        }
        String small = name.text().toLowerCase(Locale.ROOT);
        if (FIXED.contains(small) && !small.equals(name.text())) {
            tokens.fail(name.at(), "write " + small);
            return nothing(name);
        }
        tokens.next();
        return switch (name.text()) {
            case "true", "false" -> new Literal(Literal.Kind.YES_NO, name.text(), name.at());
            case "null" -> new Literal(Literal.Kind.NOTHING, name.text(), name.at());
            default -> Character.isUpperCase(name.text().codePointAt(0)) ? word(name) : chain(name);
        };
    }

    /** Whether a name is a question that is asked: facts may have some that other languages use for operators. */
    private static boolean continued(Token next) {
        return next.is(".") || next.is("(");
    }

    private Expression word(Token list) {
        if (!tokens.peek().is(".") && !tokens.peek().is("(")) {
            return new Word("", list.text(), list.at(), list.at());
        }
        if (!tokens.take(".") || tokens.peek().kind() != Token.Kind.NAME) {
            tokens.fail(
                    list.at(),
                    "\"" + list.text() + "\" cannot be asked here: questions begin with a small letter, "
                            + "and a word is written with its list, as in Segment.PRICE");
            return nothing(list);
        }
        Token word = tokens.next();
        if (tokens.peek().is(".") || tokens.peek().is("(")) {
            tokens.fail(
                    list.at(),
                    "\"" + list.text() + "." + word.text() + "\" cannot be asked anything: "
                            + "ask facts, whose questions begin with a small letter");
        }
        return new Word(list.text(), word.text(), list.at(), word.at());
    }

    private Expression chain(Token first) {
        boolean remembered = first.text().startsWith("$");
        var steps = new ArrayList<Step>();
        if (!remembered) {
            steps.add(new Step(first.text(), arguments(), false, first.at()));
        }
        while (tokens.peek().is(".") || (tokens.peek().is("!") && tokens.peek(1).is("."))) {
            steps.add(step());
        }
        return new Chain(remembered ? first.text().substring(1) : "", List.copyOf(steps), first.at());
    }

    private Step step() {
        Token sign = tokens.next();
        boolean ofMaybeNone = sign.is("!");
        if (ofMaybeNone && tokens.next().at() != sign.end()) {
            tokens.fail(sign.at(), "write !. in one piece");
        }
        Token name = tokens.next();
        if (name.kind() != Token.Kind.NAME || name.text().startsWith("$")) {
            tokens.fail(name.at(), "the name of a question is missing behind the point");
        }
        return new Step(name.text(), arguments(), ofMaybeNone, name.at());
    }

    private List<Expression> arguments() {
        var arguments = new ArrayList<Expression>();
        if (tokens.take("(") && !tokens.take(")")) {
            do {
                arguments.add(plain(factor()));
            } while (tokens.take(","));
            tokens.expect(
                    ")",
                    Leftover.unit(tokens)
                            .orElse("the parenthesis ) of the question is missing before "
                                    + tokens.peek().shown()));
        }
        return List.copyOf(arguments);
    }

    /** What stands behind {@code in}. */
    Among among() {
        int begin = tokens.peek().at();
        tokens.expect(
                "(",
                values().isEmpty()
                        ? "behind \"in\" stand values in parentheses: in ( 1, 2, 3 )"
                        : "write in ( " + values() + " )");
        var among = new ArrayList<Expression>();
        do {
            among.add(plain(factor()));
        } while (tokens.take(","));
        tokens.expect(
                ")",
                Leftover.unit(tokens)
                        .orElse("a comma or the parenthesis ) is missing before "
                                + tokens.peek().shown()));
        return new Among(List.copyOf(among), begin);
    }

    /** Values with commas between them that come next without their parentheses. */
    private String values() {
        var values = new ArrayList<String>();
        int at = tokens.peek().is("[") ? 1 : 0;
        while (!InWords.value(tokens, at).equals("...")) {
            String value = InWords.value(tokens, at);
            values.add(value);
            boolean word = tokens.peek(at).kind() == Token.Kind.NAME && value.contains(".");
            at += tokens.peek(at).is("-") ? 2 : word ? 3 : 1;
            at += tokens.peek(at).is(",") ? 1 : 0;
        }
        return String.join(", ", values);
    }

    private Expression plain(Expression value) {
        if (!(value instanceof Word || (value instanceof Literal literal && literal.kind() != Literal.Kind.NOTHING))) {
            tokens.fail(value.begin(), "only numbers, texts in quotes and words such as Segment.PRICE may stand here");
        }
        return value;
    }

    private Expression missing(Token token) {
        tokens.fail(token.at(), Leftover.insteadOfValue(token));
        return nothing(token);
    }

    /** Stands for what could not be read; nobody sees it, because the mistake is told instead. */
    private static Literal nothing(Token token) {
        return new Literal(Literal.Kind.NOTHING, "null", token.at());
    }
}
