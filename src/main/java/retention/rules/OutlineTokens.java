package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs between the facts of a rule, one after the other; what is in the parentheses of a fact is left out. */
final class OutlineTokens {

    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}_][\\p{L}\\w]*(?:\\s*\\.\\s*[\\p{L}\\w]+)*|\\$\\w*|:=|&&|\\|\\||\\S");

    /** Before a parenthesis that holds no conditions. */
    static final Set<String> JOINING = Set.of("and", "or", "not", "exists");

    /** A word or a sign, with the offset where it begins, and of what stands in parentheses where that ends. */
    record Token(String text, int at, int end) {}

    private final List<Token> all = new ArrayList<>();
    private final Token last;
    private int next;

    OutlineTokens(String bones, FactText.Span span, FactText facts) {
        this.last = new Token("", span.end(), span.end());
        Matcher token = TOKEN.matcher(bones).region(span.begin(), span.end());
        boolean ofFact = false;
        while (token.find()) {
            String text = token.group();
            int end = ofFact && text.equals("(") ? facts.close(token.start()) + 1 : token.end();
            all.add(new Token(text, token.start(), end));
            ofFact = Character.isLetter(text.charAt(0)) && !JOINING.contains(text);
            token.region(Math.min(end, span.end()), span.end());
        }
    }

    /** The next one; an empty text at the end. */
    Token peek() {
        return peek(0);
    }

    Token peek(int further) {
        return next + further < all.size() ? all.get(next + further) : last;
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    /** Takes the next if it is one of these. */
    boolean take(String... texts) {
        boolean found = List.of(texts).contains(peek().text());
        next += found ? 1 : 0;
        return found;
    }

    boolean ended() {
        return next >= all.size();
    }

    /** Leaves out all the rest. */
    void end() {
        next = all.size();
    }
}
