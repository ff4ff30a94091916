package retention.advice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills values into sentences: <code>{days}</code> becomes what the rule bound as {@code $days}. */
public final class Sentences {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int DECIMALS = 2;

    private Sentences() {}

    /** The sentence with every place filled; the same on every machine, whatever its language. */
    public static String fill(String sentence, Map<String, Object> values) {
        if (sentence.indexOf('{') < 0) {
            return sentence;
        }
        Matcher place = PLACE.matcher(sentence);
        var filled = new StringBuilder();
        while (place.find()) {
            Object value = values.get(place.group(1));
            place.appendReplacement(filled, Matcher.quoteReplacement(value == null ? "(not known)" : words(value)));
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
