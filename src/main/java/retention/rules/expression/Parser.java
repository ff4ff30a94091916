package retention.rules.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a condition by recursive descent: {@code ||} binds weaker than {@code &&}, that weaker than {@code !} and
 * comparisons. Whatever this grammar does not know never reaches a compiler.
 */
final class Parser {

    private final Tokens tokens;
    private final Values values;
    private final Operators operators;

    Parser(Tokens tokens) {
        this.tokens = tokens;
        this.values = new Values(tokens, this::either);
        this.operators = new Operators(tokens);
    }

    /** The whole text, which must be one condition. */
    Expression condition() {
        Expression condition = tokens.peek(1).is(":") ? binding() : asking(either());
        if (tokens.peek().kind() != Token.Kind.END) {
            boolean another = tokens.peek().kind() == Token.Kind.NAME && !condition.isValue();
            tokens.fail(tokens.peek().at(), Leftover.sentence(tokens, another));
        }
        return condition;
    }

    private Expression binding() {
        Token name = tokens.next();
        tokens.next();
        if (name.kind() != Token.Kind.NAME) {
            tokens.fail(name.at(), "a value is remembered under a name: $days : ...");
        } else if (!name.text().startsWith("$")) {
            tokens.fail(name.at(), "a remembered value begins with a dollar sign: $" + name.text());
        } else if (!name.text().matches("\\$[A-Za-z]\\w*")) {
            tokens.fail(name.at(), "behind the dollar sign stands a name of letters and digits, as in $days");
        }
        Expression value = values.sum();
        if (!(value instanceof Chain)) {
            tokens.fail(
                    value.begin(),
                    name.text() + " must remember one answer: add and subtract in a comparison, or behind \"then\"");
        }
        return compared(new Binding(name.text().replaceFirst("^\\$", ""), value, name.at()));
    }

    private Expression either() {
        var parts = new ArrayList<>(List.of(both()));
        while (tokens.take("||")) {
            shortened(asking(parts.get(parts.size() - 1)), "||");
            parts.add(asking(both()));
        }
        return parts.size() == 1
                ? parts.get(0)
                : new Either(List.copyOf(parts), parts.get(0).begin());
    }

    private Expression both() {
        var parts = new ArrayList<>(List.of(single()));
        while (tokens.take("&&")) {
            shortened(asking(parts.get(parts.size() - 1)), "&&");
            parts.add(asking(single()));
        }
        return parts.size() == 1
                ? parts.get(0)
                : new Both(List.copyOf(parts), parts.get(0).begin());
    }

    /** The same, which must be a condition: a value alone says nothing. */
    private Expression asking(Expression part) {
        if (part.isValue() && !(part instanceof Chain)) {
            tokens.fail(
                    part.begin(),
                    Leftover.quoted(part) + " asks nothing: compare it with something" + Leftover.point(part));
        }
        return part;
    }

    /** {@code days >= 3 && <= 5} and {@code days == 3 || 5} are known elsewhere. */
    private void shortened(Expression before, String joint) {
        if (!(before instanceof Comparison first)) {
            return;
        }
        Token next = tokens.peek();
        Object again = first.left() instanceof Binding binding ? "$" + binding.name() : first.left();
        String second = null;
        if (Operators.sign(next)) {
            second = next.text() + " " + InWords.value(tokens, 1);
        } else if (first.operator().comparing() && alone(next)) {
            second = first.operator().written() + " " + InWords.value(tokens, 0);
        }
        if (second != null) {
            tokens.fail(next.at(), "say again what is compared: " + first + " " + joint + " " + again + " " + second);
        }
    }

    /** Whether a number, a text or a word comes next that is compared with nothing. */
    private boolean alone(Token next) {
        boolean word = next.kind() == Token.Kind.NAME
                && Character.isUpperCase(next.text().codePointAt(0));
        boolean fixed = next.kind() == Token.Kind.NUMBER || next.kind() == Token.Kind.TEXT;
        int behind = word && tokens.peek(1).is(".") ? 3 : 1;
        return (word || fixed)
                && !Operators.compares(tokens, behind)
                && !Set.of("+", "-", "*", "/").contains(tokens.peek(behind).text());
    }

    private Expression single() {
        Token first = tokens.peek();
        if (!tokens.take("!")) {
            return compared(values.sum());
        }
        if (tokens.peek().is("!")) {
            tokens.fail(first.at(), "two ! say nothing: write the condition without them");
        }
        Expression inner = values.factor();
        if (inner.isValue() && !(inner instanceof Chain)) {
            tokens.fail(inner.begin(), "behind ! stands a question with yes or no, or a condition in parentheses");
        } else if (operators.next()) {
            tokens.fail(first.at(), "write !( ... ) around the whole comparison");
        }
        return new Negation(inner, first.at());
    }

    private Expression compared(Expression left) {
        if (!operators.next()) {
            String spoken = left.isValue() || left instanceof Binding ? InWords.sentence(tokens, left) : null;
            if (spoken != null) {
                tokens.fail(tokens.peek().at(), spoken);
            }
            return left;
        }
        if (!left.isValue() && !(left instanceof Binding)) {
            tokens.fail(tokens.peek().at(), "a condition cannot be compared: join conditions with && or ||");
        }
        Comparison comparison = comparison(left);
        if (operators.next()) {
            tokens.fail(tokens.peek().at(), "compare two values at a time, as in days >= 3 && days <= 5");
        }
        return comparison;
    }

    private Comparison comparison(Expression left) {
        boolean negated = tokens.take("not");
        int at = tokens.peek().at();
        Operator operator = operators.take();
        Expression right = operator == Operator.IN ? values.among() : values.sum();
        if (operator != Operator.IN && !right.isValue()) {
            tokens.fail(right.begin(), "a condition cannot be compared: join conditions with && or ||");
        }
        return new Comparison(left, negated, operator, right, at);
    }
}
