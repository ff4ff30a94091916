package retention.rules;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retention.json.DidYouMean;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Word;

/** What was probably meant by a word that stands where something is compared, and is no value there as it is written. */
final class Meant {

    private final Subject subject;

    Meant(Subject subject) {
        this.subject = subject;
    }

    /** What to write instead of the other value; null when it may be right, or nobody knows. */
    @Nullable
    String instead(Comparison comparison, Expression asked, Answer left, Expression other) {
        if (other instanceof Word word && !word.list().isEmpty()) {
            return ofAnotherFact(comparison, asked, word);
        }
        String written = written(other);
        if (written == null) {
            return null;
        }
        return switch (left.kind()) {
            case WORD -> word(asked, left, other, written);
            case YES_NO -> yesOrNo(asked, written);
            case NUMBER -> month(asked, written);
            case TEXT ->
                other instanceof Word ? "\"" + asked + "\" is a text: write \"" + written + "\" in quotes" : null;
            default -> null;
        };
    }

    private static @Nullable String ofAnotherFact(Comparison comparison, Expression asked, Word word) {
        if (Vocabulary.type(word.list()) == null || Vocabulary.words(word.list()) != null) {
            return null;
        }
        return word.list() + " stands on a line of its own: " + word.list() + "( $" + word.word() + " : " + word.word()
                + " ), then " + asked + " " + comparison.operator().written() + " $" + word.word();
    }

    /** A word as it was written, in quotes or not; null when it is something else, or a question that can be asked. */
    private @Nullable String written(Expression other) {
        if (other instanceof Word word) {
            return word.word();
        }
        if (other instanceof Literal literal) {
            return literal.kind() == Literal.Kind.TEXT ? literal.text() : null;
        }
        boolean alone = other instanceof Chain chain
                && chain.start().isEmpty()
                && chain.steps().size() == 1
                && chain.steps().get(0).arguments().isEmpty()
                && subject.questions(chain.last()).isEmpty();
        return alone ? ((Chain) other).last() : null;
    }

    private static @Nullable String word(Expression asked, Answer left, Expression other, String written) {
        List<String> words = Arrays.stream(left.type().getEnumConstants())
                .map(String::valueOf)
                .toList();
        String list = left.type().getSimpleName() + ".";
        Optional<String> nearest = DidYouMean.nearest(written.strip().replaceAll("[ -]+", "_"), words);
        if (nearest.isEmpty() && other instanceof Chain) {
            return null;
        }
        return "\"" + asked + "\" is one of a list of words: write "
                + nearest.map(list::concat)
                        .orElse("one of "
                                + String.join(
                                        ", ", words.stream().map(list::concat).toList()));
    }

    private static @Nullable String yesOrNo(Expression asked, String written) {
        String meant = switch (written.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true" -> "true";
            case "no", "n", "false" -> "false";
            default -> null;
        };
        return meant == null ? null : "\"" + asked + "\" is yes or no: write " + meant;
    }

    private static @Nullable String month(Expression asked, String written) {
        if (!asked.toString().matches("(?i).*month")) {
            return null;
        }
        return Arrays.stream(Month.values())
                .filter(month -> month.name().equalsIgnoreCase(written)
                        || month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equalsIgnoreCase(written))
                .map(month -> "\"" + asked + "\" is the number of a month: write " + month.getValue())
                .findFirst()
                .orElse(null);
    }
}
