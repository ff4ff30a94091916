package retention.http;

import java.util.Arrays;
import java.util.List;
import retention.json.DidYouMean;

/** What an API key lets its holder do. */
public enum Scope {
    /** Ask for advice, and for what a customer may hold. */
    ADVISE("advise"),
    /** See which rules are in force, and which were. */
    READ_RULES("read-rules"),
    /** Try rules, and put back those that were. */
    CHANGE_RULES("change-rules"),
    /** Read the figures of the server. */
    METRICS("metrics");

    private static final List<String> WORDS =
            Arrays.stream(values()).map(Scope::word).toList();

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As it stands in the keys file. */
    public String word() {
        return word;
    }

    /** The scope of that word; throws IllegalArgumentException that tells the words there are. */
    public static Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scope \"" + word + "\""
                        + DidYouMean.hint(word, WORDS) + "; there are " + String.join(", ", WORDS)));
    }
}
