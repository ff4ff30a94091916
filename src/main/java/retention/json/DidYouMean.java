package retention.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant to write. */
public final class DidYouMean {

    private DidYouMean() {}

    /** The known name nearest to a misspelt one, if it is near enough to be likely; ties go to the first in the alphabet. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        int limit = Math.max(2, written.length() / 3);
        var distance = new LevenshteinDistance(limit);
        String low = written.toLowerCase(Locale.ROOT);
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(name -> new Candidate(name, distance.apply(low, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** {@code  - did you mean "daysLate"?}, or nothing when no known name is near. */
    public static String hint(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> " - did you mean \"" + name + "\"?")
                .orElse("");
    }
}
