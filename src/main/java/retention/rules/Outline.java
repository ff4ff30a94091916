package retention.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a rule joins its facts, read before the parser sees it: by recursive descent, so that it always ends. What is not
 * known here never reaches the parser, which tries out many ways to read some of it. One object for one rule.
 */
final class Outline {

    /** Each way becomes a rule of its own. */
    static final int MOST_WAYS = 16;

    private static final int DEEPEST = 8;
    private static final Pattern FUNCTION =
            Pattern.compile("(?:\\$?\\w+\\s*:=?\\s*)?[\\w.]+\\s*\\([^()\\[\\]{}@<!~]*\\)");

    private static final Map<String, String> REFUSED = Map.of(
            "eval", Refused.EVAL,
            "forall", Refused.FORALL,
            "if", Refused.BRANCH,
            "do", Refused.NAMED_CONSEQUENCE,
            "@", Refused.ANNOTATION);

    private static final Map<String, String> REFUSED_BEHIND = Map.of(
            "from", Refused.FROM,
            "over", Refused.OVER,
            "@", Refused.ANNOTATION,
            "if", Refused.BRANCH,
            "do", Refused.NAMED_CONSEQUENCE);

    private final String text;
    private final String bones;
    private final FactText facts;
    private final OutlineTokens tokens;
    private final Collection<Slip> slips;
    private int depth;

    /** Whether the first mistake has been told. */
    private boolean failed;

    private OutlineTokens.@Nullable Token firstOr;

    private Outline(String text, String bones, FactText facts, FactText.Span span, int depth, Collection<Slip> slips) {
        this.text = text;
        this.bones = bones;
        this.facts = facts;
        this.tokens = new OutlineTokens(bones, span, facts);
        this.depth = depth;
        this.slips = slips;
    }

    /** Adds the first thing that is wrong between the facts; covers the conditions in their parentheses that are. */
    static void look(String text, String bones, FactText.Span conditions, Veiled veiled, Collection<Slip> slips) {
        var facts = new FactText(text, bones, veiled);
        int before = slips.size();
        var outline = new Outline(text, bones, facts, conditions, 0, slips);
        long ways = outline.all();
        OutlineTokens.Token or = outline.firstOr;
        if (ways > MOST_WAYS && or != null && slips.size() == before) {
            slips.add(new Slip(
                    Code.TOO_MANY,
                    or.at(),
                    "every or multiplies the ways in which this rule can come true, and here they are more than "
                            + MOST_WAYS + ": write several rules, or join conditions on one fact with ||"));
        }
    }

    /** In how many ways all can hold; more than enough is not counted. */
    private long all() {
        long ways = 1;
        while (!tokens.ended()) {
            ways = product(ways, either());
            tokens.take(";");
        }
        return ways;
    }

    private static long product(long some, long others) {
        return Math.min(some * others, MOST_WAYS + 1L);
    }

    private long either() {
        long ways = both();
        while (or()) {
            ways = Math.min(ways + both(), MOST_WAYS + 1L);
        }
        return ways;
    }

    private boolean or() {
        OutlineTokens.Token token = tokens.peek();
        boolean taken = tokens.take("or", "||");
        firstOr = taken && firstOr == null ? token : firstOr;
        return taken;
    }

    private long both() {
        long ways = one();
        while (tokens.take("and", "&&")) {
            ways = product(ways, one());
        }
        return ways;
    }

    private long one() {
        OutlineTokens.Token token = tokens.peek();
        if (++depth > DEEPEST) {
            return fail(Code.NOT_CLOSED, token, RuleShape.TOO_DEEP);
        }
        long ways = one(tokens.take());
        depth--;
        return ways;
    }

    private long one(OutlineTokens.Token token) {
        String refused = REFUSED.get(token.text());
        if (refused != null) {
            return fail(Code.NOT_ALLOWED, token, refused);
        }
        return switch (token.text()) {
            case "(" -> inParentheses();
            case "not", "exists" -> one();
            case "accumulate", "acc" -> accumulate(token);
            default -> fact(token);
        };
    }

    private long inParentheses() {
        long ways;
        if (or()) {
            ways = 0;
            while (!tokens.ended() && !tokens.peek().text().equals(")")) {
                ways = Math.min(ways + one(), MOST_WAYS + 1L);
            }
        } else {
            boolean prefix = tokens.take("and");
            ways = prefix ? one() : either();
            while (prefix && !tokens.ended() && !tokens.peek().text().equals(")")) {
                ways = product(ways, one());
            }
        }
        return tokens.take(")") ? ways : unclear(tokens.peek());
    }

    private long fact(OutlineTokens.Token first) {
        if (tokens.take(":", ":=")) {
            return tokens.peek().text().equals("(") ? one() : fact(tokens.take());
        }
        OutlineTokens.Token open = tokens.peek();
        if (first.text().isEmpty() || !Character.isLetter(first.text().charAt(0))) {
            return unclear(first);
        }
        if (OutlineTokens.JOINING.contains(first.text()) || !tokens.take("(")) {
            return unclear(open);
        }
        facts.cover(new FactText.Span(open.at() + 1, open.end() - 1));
        return behind();
    }

    /** Behind a fact, or what is summed up. */
    private long behind() {
        String refused = REFUSED_BEHIND.get(tokens.peek().text());
        return refused == null ? 1 : fail(Code.NOT_ALLOWED, tokens.peek(), refused);
    }

    private long accumulate(OutlineTokens.Token word) {
        OutlineTokens.Token open = tokens.peek();
        if (!tokens.take("(")) {
            return unclear(open);
        }
        List<FactText.Span> parts = facts.parts(new FactText.Span(open.at() + 1, open.end() - 1), ";");
        boolean plain = parts.size() == 2 || parts.size() == 3;
        if (!plain || !facts.parts(parts.get(1), ",").stream().allMatch(this::function)) {
            return fail(Code.SUMMING_UP, word, AccumulateReader.SHAPE);
        }
        if (parts.size() == 3) {
            facts.cover(parts.get(2));
        }
        var summedUp = new Outline(text, bones, facts, parts.get(0), depth, slips);
        long ways = summedUp.all();
        if (summedUp.failed) {
            failed = true;
            tokens.end();
        }
        return product(ways, behind());
    }

    private boolean function(FactText.Span part) {
        return FUNCTION.matcher(bones.substring(part.begin(), part.end())).matches();
    }

    private long unclear(OutlineTokens.Token token) {
        return fail(Code.NOT_UNDERSTOOD, token, Syntax.notUnderstood(text, token.at()));
    }

    private long fail(Code code, OutlineTokens.Token token, String message) {
        if (!failed) {
            slips.add(new Slip(code, token.at(), message));
        }
        failed = true;
        tokens.end();
        return 1;
    }
}
