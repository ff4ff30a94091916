package retention.rules.expression;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs and words of other languages, and what to write here instead. */
final class Foreign {

    private static final String COMMENT = "a comment stands above the rule, not in a condition";
    private static final String SETS = "nothing is changed here: to compare write ==";
    private static final String PROGRAM = "rules ask and do not program: write questions to facts, and comparisons";

    private static final String AGES = "compare ages in days, as in daysAgo <= 30, or two dates with < and >";

    /** Longest first. */
    private static final Map<String, String> SIGNS = new LinkedHashMap<>();

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("and", "for \"and\" write &&, or a comma"),
            Map.entry("or", "for \"or\" write ||"),
            Map.entry("is", "to compare write =="),
            Map.entry("equals", "to compare write =="),
            Map.entry("like", "write == for a whole text, or matches \"a.*\" for its shape"),
            Map.entry("between", "write both ends, as in days >= 3 && days <= 5"),
            Map.entry("memberof", "write in ( ... ) with the values in the parentheses"),
            Map.entry("excludes", "write not contains"),
            Map.entry("startswith", "write str[startsWith]"),
            Map.entry("endswith", "write str[endsWith]"),
            Map.entry("soundslike", "write == or matches"),
            Map.entry("instanceof", PROGRAM),
            Map.entry("new", PROGRAM),
            Map.entry("eval", "write the condition without eval"),
            Map.entry("this", "write the name of a field alone, without \"this\""),
            Map.entry("from", "\"from\" is not allowed: ask the fact itself, or a list of the customer"),
            Map.entry("after", AGES),
            Map.entry("before", AGES),
            Map.entry("during", AGES),
            Map.entry("coincides", AGES),
            Map.entry("meets", AGES),
            Map.entry("overlaps", AGES),
            Map.entry("includes", AGES));

    static {
        SIGNS.put("//", COMMENT);
        SIGNS.put("/*", COMMENT);
        SIGNS.put("===", "to compare write ==");
        SIGNS.put(">>", "write one >, or >=");
        SIGNS.put("<<", "write one <, or <=");
        SIGNS.put("<>", "for unequal write !=");
        SIGNS.put("=>", "write >= instead of =>");
        SIGNS.put("=<", "write <= instead of =<");
        SIGNS.put("->", PROGRAM);
        SIGNS.put("::", PROGRAM);
        SIGNS.put(":=", "to remember a value write : instead of :=");
        SIGNS.put("+=", SETS);
        SIGNS.put("-=", SETS);
        SIGNS.put("++", SETS);
        SIGNS.put("--", SETS);
        SIGNS.put("=", "to compare write ==");
        SIGNS.put("&", "for \"and\" write &&, or a comma");
        SIGNS.put("|", "for \"or\" write ||");
        SIGNS.put("'", "write texts in plain double quotes: \"...\"");
        SIGNS.put("`", "write texts in plain double quotes: \"...\"");
        SIGNS.put("%", "write the number alone, without %");
        SIGNS.put("?", "there is no choice in a condition: write two rules, or conditions with || between them");
        SIGNS.put("#", PROGRAM);
        SIGNS.put("@", PROGRAM);
        SIGNS.put("{", PROGRAM);
        SIGNS.put("}", PROGRAM);
        SIGNS.put(";", "conditions are divided by commas, not by ;");
        SIGNS.put("\\", "a backslash may not stand in a rule file");
        wide("（", "(");
        wide("）", ")");
        wide("，", ",");
        wide("。", ".");
        wide("．", ".");
        wide("：", ":");
        wide("；", ",");
        wide("！", "!");
        wide("＝", "=");
        wide("＜", "<");
        wide("＞", ">");
        wide("≥", ">=");
        wide("≤", "<=");
        wide("≠", "!=");
        wide("“", "\"");
        wide("”", "\"");
        wide("„", "\"");
        wide("‘", "\"");
        wide("’", "\"");
        wide("＂", "\"");
        wide("－", "-");
        wide("–", "-");
        wide("×", "*");
        wide("÷", "/");
        invisible("\u00a0\u200b\u200c\u200d\u2060\ufeff\u3000\u2009\u202f");
    }

    private Foreign() {}

    /** What to write instead of the sign at an offset; null when it is one of ours. */
    static @Nullable String sentence(String text, int at) {
        if ((text.startsWith("==", at) && !text.startsWith("===", at))
                || text.startsWith("&&", at)
                || text.startsWith("||", at)) {
            return null;
        }
        return SIGNS.entrySet().stream()
                .filter(sign -> text.startsWith(sign.getKey(), at))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** What to write instead of a word; null when nobody uses it elsewhere. */
    static @Nullable String sentence(String word) {
        return WORDS.get(word.toLowerCase(Locale.ROOT));
    }

    private static void wide(String written, String meant) {
        SIGNS.put(written, "write " + meant + " instead of " + written);
    }

    private static void invisible(String characters) {
        characters
                .chars()
                .forEach(c -> SIGNS.put(
                        Character.toString(c), "something invisible stands here that is no blank: delete it"));
    }
}
