package retention.advice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Fills values into sentences: <code>{days}</code> becomes what the rule bound as {@code $days}. */
public final class Sentences {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int DECIMALS = 2;

    /** Characters by which values make a sentence longer. */
    private static final int TYPICAL = 16;

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

    private Sentences() {}

    /**
     * The sentence with every place filled, days as 2026-06-20; the same on every machine, whatever its language. What
     * becomes longer than {@code most} characters is cut off at the place that made it so.
     */
    public static String fill(String sentence, Map<String, Object> values, int most) {
        return fill(sentence, values, most, Sentences::words);
    }

    /** As {@link #fill}, with no end, and days as people write them: 20 June 2026, or 2026年6月20日 for "zh". */
    public static String fillFor(String language, String sentence, Map<String, Object> values) {
        DateTimeFormatter days = language.equals("zh") ? CHINESE_DAY : ENGLISH_DAY;
        return fill(
                sentence,
                values,
                Integer.MAX_VALUE,
                value -> value instanceof LocalDate day ? days.format(day) : words(value));
    }

    private static String fill(String sentence, Map<String, Object> values, int most, Function<Object, String> words) {
        if (sentence.indexOf('{') < 0) {
            return sentence;
        }
        var filled = new StringBuilder(sentence.length() + TYPICAL);
        int told = 0;
        for (int begin = place(sentence, 0); begin >= 0; begin = place(sentence, told)) {
            int end = sentence.indexOf('}', begin);
            Object value = values.get(sentence.substring(begin + 1, end));
            filled.append(sentence, told, begin).append(value == null ? "(not known)" : words.apply(value));
            if (filled.length() > most) {
                return filled.toString();
            }
            told = end + 1;
        }
        return filled.append(sentence, told, sentence.length()).toString();
    }

    /** The names of the places in a sentence, in order. */
    public static Set<String> places(String sentence) {
        if (sentence.indexOf('{') < 0) {
            return Set.of();
        }
        var names = new LinkedHashSet<String>();
        for (int begin = place(sentence, 0); begin >= 0; ) {
            int end = sentence.indexOf('}', begin);
            names.add(sentence.substring(begin + 1, end));
            begin = place(sentence, end);
        }
        return names;
    }

    /** Where the next place begins; negative when there is none. What {@link #PLACE} finds, without its costs. */
    private static int place(String sentence, int from) {
        for (int begin = sentence.indexOf('{', from); begin >= 0; begin = sentence.indexOf('{', begin + 1)) {
            int end = begin + 1;
            while (end < sentence.length() && inName(sentence.charAt(end))) {
                end++;
            }
            if (end > begin + 1 && end < sentence.length() && sentence.charAt(end) == '}') {
                return begin;
            }
        }
        return -1;
    }

    private static boolean inName(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || (sign >= '0' && sign <= '9')
                || sign == '_';
    }

    /** Whether braces stand in it that are no place, such as <code>{$days}</code>. */
    public static boolean malformed(String sentence) {
        String rest = PLACE.matcher(sentence).replaceAll("");
        return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
    }

    /** How a place is to be written in a malformed sentence, in words for its author. */
    public static String form(String sentence) {
        if (sentence.chars().filter(c -> c == '{').count()
                != sentence.chars().filter(c -> c == '}').count()) {
            return "a brace is missing: a value in a sentence is written {name}";
        }
        return sentence.matches("(?s).*(\\{\\s*\\$).*")
                ? "a value in a sentence is written {name}, without a dollar sign"
                : "a value in a sentence is written {name}, with letters and digits between the braces, and no space";
    }

    private static String words(Object value) {
        if (value instanceof Double number) {
            return plain(number);
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return value.toString();
    }

    private static String plain(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "?";
        }
        return BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
