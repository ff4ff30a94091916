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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills values into sentences: <code>{days}</code> becomes what the rule bound as {@code $days}. */
public final class Sentences {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int DECIMALS = 2;

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
        Matcher place = PLACE.matcher(sentence);
        var filled = new StringBuilder();
        while (place.find()) {
            Object value = values.get(place.group(1));
            place.appendReplacement(
                    filled, Matcher.quoteReplacement(value == null ? "(not known)" : words.apply(value)));
            if (filled.length() > most) {
                return filled.toString();
            }
        }
        return place.appendTail(filled).toString();
    }

    /** The names of the places in a sentence, in order. */
    public static Set<String> places(String sentence) {
        var names = new LinkedHashSet<String>();
        Matcher place = PLACE.matcher(sentence);
        while (place.find()) {
            names.add(place.group(1));
        }
        return names;
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
