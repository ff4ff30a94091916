package retention.rules.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of one condition, taken one after the other. Behind the first mistake there is nothing but the end. */
final class Tokens {

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 30;

    private final List<Token> all = new ArrayList<>();
    private final @Nullable Mistake unread;
    private @Nullable Mistake mistake;
    private int next;
    private int depth;

    Tokens(String text) {
        var lexer = new Lexer(text);
        do {
            all.add(lexer.next());
        } while (all.get(all.size() - 1).kind() != Token.Kind.END);
        unread = lexer.mistake();
        if (text.length() > LONGEST) {
            fail(0, "this condition is too long to be read: divide the rule");
        }
    }

    /** The first mistake; null when there is none. */
    @Nullable
    Mistake mistake() {
        return unread != null && (mistake == null || mistake.at() >= unread.at()) ? unread : mistake;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int further) {
        return all.get(Math.max(0, Math.min(next + further, all.size() - 1)));
    }

    Token next() {
        Token token = peek();
        next++;
        return token;
    }

    /** Takes a sign or a word if it is the next. */
    boolean take(String sign) {
        boolean found = peek().is(sign);
        next += found ? 1 : 0;
        return found;
    }

    /** Takes a sign that must come next. */
    void expect(String sign, String otherwise) {
        if (!take(sign)) {
            fail(peek().at(), otherwise);
        }
    }

    /** Counts parentheses within parentheses, which must end somewhere. */
    void deeper() {
        if (++depth > DEEPEST) {
            fail(peek().at(), "too many parentheses stand within each other");
        }
    }

    void higher() {
        depth--;
    }

    /** Notes the first mistake and leaves out all the rest. */
    void fail(int at, String sentence) {
        if (mistake == null) {
            mistake = new Mistake(at, sentence);
        }
        next = all.size() - 1;
    }
}
