package retention.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in plain words what is wrong with a document, without repeating what it holds. */
public final class Problems {

    /** What a date must be. */
    static final String DATE = "must be a date that exists, written yyyy-mm-dd";

    /** How the library begins to say that a key stands twice. */
    static final String TWICE = "Duplicate";

    /** A record refuses a number off its range, and names the field itself. */
    private static final Pattern RANGED = Pattern.compile("(\\w+) (must be from .*)");

    private Problems() {}

    /** The same problem with a path and a sentence for the person who wrote the document. */
    public static BadRequest explain(JacksonException problem) {
        String path = path(problem);
        String sentence = sentence(problem);
        Matcher ranged = RANGED.matcher(sentence);
        return ranged.matches()
                ? new BadRequest((path.isEmpty() ? "" : path + ".") + ranged.group(1), ranged.group(2))
                : new BadRequest(path, sentence);
    }

    /** Where in the document, like {@code orders[2].deliveredOn}. */
    static String path(JacksonException problem) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String sentence(JacksonException problem) {
        if (problem instanceof Refused refused) {
            return refused.getOriginalMessage();
        }
        if (problem instanceof PropertyBindingException unknown) {
            return "is not known" + hint(unknown.getPropertyName(), unknown.getKnownPropertyIds());
        }
        if (problem instanceof InvalidFormatException wrong) {
            return shouldBe(wrong.getTargetType(), wrong.getValue());
        }
        if (problem instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return refused.getCause() instanceof NullPointerException
                    ? "has an empty item (null) in a list"
                    : String.valueOf(refused.getCause().getMessage());
        }
        if (problem instanceof InputCoercionException) {
            return "is a number too large";
        }
        if (problem instanceof StreamConstraintsException) {
            return "is too large: too deep, or a text too long" + at(problem);
        }
        if (problem instanceof StreamReadException broken) {
            return syntax(broken) + at(problem);
        }
        if (problem instanceof MismatchedInputException wrong) {
            return mismatch(wrong);
        }
        return "cannot be read" + at(problem);
    }

    private static String syntax(StreamReadException broken) {
        String message = String.valueOf(broken.getOriginalMessage());
        if (message.startsWith(TWICE)) {
            return "has the same key twice";
        }
        return message.contains("end-of-input") ? "ends too early" : "is not well-formed";
    }

    private static String mismatch(MismatchedInputException wrong) {
        String message = String.valueOf(wrong.getOriginalMessage());
        if (message.startsWith("No content")) {
            return "is empty";
        }
        if (message.startsWith("Trailing token")) {
            return "goes on after its end" + at(wrong);
        }
        return shouldBe(wrong.getTargetType(), null);
    }

    private static String shouldBe(@Nullable Class<?> type, @Nullable Object value) {
        if (type != null && type.isEnum()) {
            return "must be one of " + constants(type).stream().collect(Collectors.joining(", "))
                    + (value instanceof String text ? hint(text, constants(type)) : "");
        }
        return "must be " + words(type);
    }

    private static String words(@Nullable Class<?> type) {
        if (type == Integer.class || type == int.class) {
            return "a whole number";
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        boolean list = type != null && Collection.class.isAssignableFrom(type);
        return list ? "a list: [ ... ]" : "an object: { ... }";
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
    }

    private static String hint(String written, @Nullable Collection<Object> known) {
        return known == null
                ? ""
                : hint(written, known.stream().map(String::valueOf).toList());
    }

    private static String hint(String written, List<String> known) {
        return DidYouMean.hint(written, known);
    }

    /** Where in a text; for a name that is not known, which the library does not place, where it is first written. */
    public static Place place(JacksonException problem, String text) {
        TokenStreamLocation place = problem.getLocation();
        if (place != null && place.getLineNr() > 0) {
            return new Place(place.getLineNr(), place.getColumnNr());
        }
        String path = path(problem);
        int at = text.indexOf(path.substring(path.lastIndexOf('.') + 1) + ":");
        return at < 0 ? new Place(0, 0) : Place.of(text, at);
    }

    private static String at(JacksonException problem) {
        TokenStreamLocation place = problem.getLocation();
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
