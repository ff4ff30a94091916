package retention.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
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
    private static final Pattern FUNCTION = Pattern.compile("(?s)(?:\\$?\\w+\\s*:=?\\s*)?([\\w.]+)\\s*\\((.*)\\)");
    private static final Pattern NESTED = Pattern.compile("[()\\[\\]{}@<!~]");

    private static final Map<String, String> REFUSED = Map.of(
            "eval", Refused.EVAL,
            "forall", Refused.FORALL,
            "if", Refused.BRANCH,
            "do", Refused.NAMED_CONSEQUENCE,
            "@", Refused.ANNOTATION,
            "?", Refused.NO_FACT,
            "/", Refused.NO_FACT);

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
            return tokens.peek().text().equals("(") ? one() : fact(tokens.take(), first);
        }
        return fact(first, first);
    }

    /** A fact, with where it begins, maybe with a name for it. */
    private long fact(OutlineTokens.Token first, OutlineTokens.Token begin) {
        OutlineTokens.Token open = tokens.peek();
        if (first.text().isEmpty() || !Character.isLetter(first.text().charAt(0))) {
            return unclear(first);
        }
        if (OutlineTokens.JOINING.contains(first.text()) || !tokens.take("(")) {
            return unclear(open);
        }
        facts.cover(new FactText.Span(open.at() + 1, open.end() - 1));
        return behind(begin);
    }

    /** Behind a fact, or what is summed up. */
    private long behind(OutlineTokens.Token begin) {
        OutlineTokens.Token word = tokens.peek();
        String refused = REFUSED_BEHIND.get(word.text());
        if (refused == null) {
            return 1;
        }
        String source = word.text().equals("from") ? tokens.peek(1).text() : "";
        if (source.startsWith("acc")) {
            return fail(Code.SUMMING_UP, begin, AccumulateReader.SHAPE);
        }
        boolean next = refused.equals(Refused.BRANCH) || refused.equals(Refused.NAMED_CONSEQUENCE);
        return fail(Code.NOT_ALLOWED, next ? word : begin, source.equals("collect") ? Refused.COLLECT : refused);
    }

    private long accumulate(OutlineTokens.Token word) {
        OutlineTokens.Token open = tokens.peek();
        if (!tokens.take("(")) {
            return unclear(open);
        }
        List<FactText.Span> parts = facts.parts(new FactText.Span(open.at() + 1, open.end() - 1), ";");
        String wrong = parts.size() == 2 || parts.size() == 3 ? functions(parts.get(1)) : AccumulateReader.SHAPE;
        if (wrong != null) {
            return fail(Code.SUMMING_UP, word, wrong);
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
        return product(ways, behind(word));
    }

    /** What is wrong with what is done with the fact that is summed up; null when nothing is. */
    private @Nullable String functions(FactText.Span all) {
        for (FactText.Span one : facts.parts(all, ",")) {
            Matcher function = FUNCTION.matcher(bones).region(one.begin(), one.end());
            if (!function.matches()) {
                return AccumulateReader.SHAPE;
            }
            if (NESTED.matcher(function.group(2)).find()) {
                return AccumulateReader.oneValue(function.group(1));
            }
        }
        return null;
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
