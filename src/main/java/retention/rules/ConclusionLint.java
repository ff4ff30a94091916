package retention.rules;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Slips of the pen behind {@code then} that the parser would only trip over. */
final class ConclusionLint {

    private record Sign(Pattern sign, Code code, Function<MatchResult, String> advice) {
        static Sign of(String sign, Code code, Function<MatchResult, String> advice) {
            return new Sign(Pattern.compile(sign), code, advice);
        }
    }

    private static final String WHOLE = "insert( new Recommend( ... ) );";

    private static final List<Sign> SIGNS = List.of(
            Sign.of("(?<![\\w.])0\\d+(?![\\w.])", Code.NUMBER, ConditionLint::leadingZero),
            Sign.of("\\d\\s*(%)(?!\\s*[\\w(])", Code.NUMBER, m -> "a percent sign does not stand behind a number"),
            Sign.of("(?i)\\binsert\\b(?!\\s*\\()", Code.NO_CONCLUSION, m -> "a conclusion is written " + WHOLE),
            Sign.of(
                    "\\binsert\\s*\\(\\s*((?!new\\b)[A-Za-z]\\w*)\\s*\\(",
                    Code.NO_CONCLUSION,
                    m -> "the word new is missing: write new " + m.group(1) + "( ... )"),
            Sign.of("\"(\\s+)\"", Code.PARTS_OF_CONCLUSION, m -> "a comma is missing between these two texts"),
            Sign.of(
                    "\"\\s*([A-Za-z$][\\w$]*)",
                    Code.PARTS_OF_CONCLUSION,
                    m -> "a comma or a + is missing before " + m.group(1)),
            Sign.of(
                    "[(,+]\\s*((?!new\\b)\\p{L}[\\w\\p{L}]*[ \\t]+(?=\\p{L})|\\p{IsHan}+)",
                    Code.TEXT_WITHOUT_QUOTES,
                    m -> "a text stands in quotes, from here to its end"),
            Sign.of("[\\w)]\\s*(\")", Code.PARTS_OF_CONCLUSION, m -> "a comma is missing before this text"));

    private static final Pattern CONCLUSION = Pattern.compile("(?i)\\b(?:insert|new)\\b");
    private static final int MOST_SIGNS = 200;

    private ConclusionLint() {}

    /** Looks at the bones of what stands behind {@code then}, which begins at an offset of the file. */
    static void look(String bones, int offset, Collection<Slip> slips) {
        if (!CONCLUSION.matcher(bones).find()) {
            return; // who reads the conclusions says how one is written
        }
        int before = slips.size();
        for (Sign sign : SIGNS) {
            sign.sign()
                    .matcher(bones)
                    .results()
                    .limit(1)
                    .forEach(found -> slips.add(new Slip(
                            sign.code(), offset + place(found), sign.advice().apply(found))));
            if (slips.size() > before && sign.code() == Code.TEXT_WITHOUT_QUOTES) {
                return;
            }
        }
        semicolons(bones, offset, slips);
        sums(bones, offset, slips);
    }

    /** Who reads a sum does so for each of its parts anew within the last. */
    private static void sums(String bones, int offset, Collection<Slip> slips) {
        int signs = 0;
        for (int i = 0; i < bones.length(); i++) {
            char c = bones.charAt(i);
            signs = c == ';' ? 0 : "+-*/".indexOf(c) >= 0 ? signs + 1 : signs;
            if (signs > MOST_SIGNS) {
                slips.add(new Slip(
                        Code.PART_OF_CONCLUSION,
                        offset + i,
                        "a conclusion is put together of no more than " + MOST_SIGNS + " values"));
                return;
            }
        }
    }

    private static int place(MatchResult found) {
        return found.groupCount() > 0 ? found.start(1) : found.start();
    }

    /** Each conclusion ends with one. */
    private static void semicolons(String bones, int offset, Collection<Slip> slips) {
        int depth = 0;
        for (int i = 0; i < bones.length(); i++) {
            char c = bones.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ')' && depth == 0 && !ends(bones, i + 1)) {
                slips.add(new Slip(
                        Code.NO_SEMICOLON, offset + i + 1, "a ; is missing here: each conclusion ends with one"));
            }
        }
    }

    private static boolean ends(String bones, int from) {
        int next = from;
        while (next < bones.length() && Character.isWhitespace(bones.charAt(next))) {
            next++;
        }
        return next < bones.length() && !Character.isLetter(bones.charAt(next));
    }
}
