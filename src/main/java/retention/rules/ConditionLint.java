package retention.rules;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slips of the pen in conditions that the parser would only trip over. */
final class ConditionLint {

    private record Sign(Pattern sign, Code code, Function<MatchResult, String> advice) {
        static Sign of(String sign, Code code, Function<MatchResult, String> advice) {
            return new Sign(Pattern.compile(sign), code, advice);
        }
    }

    private static final List<Sign> SIGNS = List.of(
            Sign.of("=<", Code.COMPARISON, m -> "at most is written <="),
            Sign.of("(?<![=!<>])=>", Code.COMPARISON, m -> "at least is written >="),
            Sign.of("<>|=!|(?<![=!])!==|/=", Code.COMPARISON, m -> "not equal is written !="),
            Sign.of("={3,}|(?<![=!<>])=\\s+=", Code.COMPARISON, m -> "equal is written =="),
            Sign.of("(?<![=!<>:])=(?![=<>!])(?!\\s+=)", Code.COMPARISON, m -> "to compare write =="),
            Sign.of("(?<!&)&(?!&)", Code.AND_OR, m -> "and is written && here"),
            Sign.of("(?<!\\|)\\|(?!\\|)", Code.AND_OR, m -> "or is written || here"),
            Sign.of("(?<![\\w.])(?<!\\d[, /-])0\\d+(?![\\w./])", Code.NUMBER, ConditionLint::leadingZero),
            Sign.of(
                    "(?<![\\w.])(\\d+(?:\\.\\d+)?)\\s*%(?!\\s*[\\w(])",
                    Code.NUMBER, m -> "a percent sign does not stand behind a number: write " + m.group(1)),
            Sign.of("(?:[<>]=?|[=!]=)\\s*-?(\\d+),(\\d+)(?![\\w.])", Code.NUMBER, ConditionLint::comma));

    private static final Pattern TOKEN = Pattern.compile("[()]|(?<![\\w.$])[A-Za-z_]\\w*");
    /** Comparisons in words, which whoever reads the condition knows as a whole. */
    private static final Pattern SPOKEN = Pattern.compile(
            "(?i)\\b(?:(?:is|are)\\s+not|between\\s+[^\\s,()]+\\s+and|than\\s+or|(?:less|more|greater)\\s+or)$");

    private static final Set<String> JOIN =
            Set.of("and", "or", "not", "exists", "in", "accumulate", "eval", "forall", "when");
    private static final Set<String> NEGATED =
            Set.of("in", "matches", "contains", "memberof", "soundslike", "str", "startswith", "excludes");

    private ConditionLint() {}

    /** A number that would silently be read to the base of eight. */
    static String leadingZero(MatchResult number) {
        String digits = number.group().replaceFirst("^0+(?=\\d)", "");
        return "a number does not begin with a zero: write " + digits;
    }

    private static String comma(MatchResult number) {
        String together = number.group(1) + number.group(2);
        String decimal = number.group(1) + "." + number.group(2);
        return number.group(2).length() == 3
                ? "a number has no comma in it: write " + together + ", or " + decimal + " for a part of one"
                : "a number has no comma in it: write " + decimal;
    }

    /** Looks at the bones of the conditions of a rule, which begin at an offset of the file. */
    static void look(String bones, int offset, Collection<Slip> slips) {
        for (Sign sign : SIGNS) {
            sign.sign()
                    .matcher(bones)
                    .results()
                    .forEach(found -> slips.add(new Slip(
                            sign.code(), offset + place(found), sign.advice().apply(found))));
        }
        int end = bones.contains("accumulate") ? -1 : bones.indexOf(';');
        if (end >= 0) {
            slips.add(new Slip(
                    Code.COMPARISON,
                    offset + end,
                    "no ; stands between when and then: conditions are divided by commas"));
        }
        commas(bones, offset, slips);
        words(bones, offset, slips);
    }

    /** Between facts. */
    private static void commas(String bones, int offset, Collection<Slip> slips) {
        int depth = 0;
        for (int i = 0; i < bones.length(); i++) {
            char c = bones.charAt(i);
            depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 0) {
                slips.add(new Slip(Code.COMPARISON, offset + i, "no comma stands between facts; a new line is enough"));
            }
        }
    }

    private static int place(MatchResult found) {
        return found.groupCount() > 0 ? found.start(1) : found.start();
    }

    /** In the parentheses of a fact, and and or are signs; between facts they are words. */
    private static void words(String bones, int offset, Collection<Slip> slips) {
        Deque<Boolean> inFact = new ArrayDeque<>();
        String before = "";
        List<MatchResult> tokens = TOKEN.matcher(bones).results().toList();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i).group();
            if (token.equals("(")) {
                inFact.push(!JOIN.contains(before.toLowerCase(Locale.ROOT)) && !before.isEmpty());
            } else if (token.equals(")")) {
                inFact.poll();
            } else {
                String next = i + 1 < tokens.size() ? tokens.get(i + 1).group() : "";
                String advice = advice(token, next, !inFact.isEmpty() && inFact.peek());
                boolean spoken =
                        SPOKEN.matcher(bones.substring(0, tokens.get(i).end())).find();
                if (!spoken && advice != null) {
                    slips.add(new Slip(Code.AND_OR, offset + tokens.get(i).start(), advice));
                }
            }
            before = token.matches("[()]") || !touches(bones, tokens.get(i).end()) ? "" : token;
        }
    }

    /** Whether a parenthesis opens next. */
    private static boolean touches(String bones, int from) {
        int next = from;
        while (next < bones.length() && Character.isWhitespace(bones.charAt(next))) {
            next++;
        }
        return next < bones.length() && bones.charAt(next) == '(';
    }

    private static @Nullable String advice(String word, String next, boolean inFact) {
        String low = word.toLowerCase(Locale.ROOT);
        if (inFact && low.equals("and")) {
            return "within the parentheses of a fact, and is written && or a comma";
        }
        if (inFact && low.equals("or")) {
            return "within the parentheses of a fact, or is written ||";
        }
        if (inFact && low.equals("not") && !NEGATED.contains(next.toLowerCase(Locale.ROOT))) {
            return "within the parentheses of a fact, not is written != in a comparison, or ! before a question";
        }
        boolean capitals = !word.equals(low)
                && (low.equals("and") || low.equals("or") || low.equals("not") || low.equals("exists"));
        return capitals ? "write " + low + " in small letters" : null;
    }
}
