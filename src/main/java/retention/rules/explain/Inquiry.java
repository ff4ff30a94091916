package retention.rules.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule, ready to be asked why it speaks for a customer or why not. Immutable and thread-safe. */
public final class Inquiry {

    private final @Nullable Step step;
    private final int size;
    private final String unable;

    private Inquiry(@Nullable Step step, int size, String unable) {
        this.step = step;
        this.size = size;
        this.unable = unable;
    }

    /** Of what a rule asks; a rule that cannot be asked here says so whenever it is. */
    public static Inquiry of(List<Asking> when, Words words) {
        return of(when, words, null);
    }

    /** As {@link #of(List, Words)}; each answer is noted, and whoever asks looks at all facts. Not thread-safe, as its notes. */
    public static Inquiry noting(List<Asking> when, Words words, Noted noted) {
        return of(when, words, noted);
    }

    private static Inquiry of(List<Asking> when, Words words, @Nullable Noted noted) {
        try {
            Scope scope = Scope.empty(noted);
            Step step = new Readying(words).all(when, scope);
            return new Inquiry(step, scope.size(), "");
        } catch (CannotTell unknown) {
            return new Inquiry(null, 0, String.valueOf(unknown.getMessage()));
        }
    }

    /** Asks whether the rule speaks; {@code most} bounds the ways that are listed, and 0 lists none. */
    public Outcome ask(Sources sources, int most) {
        if (step == null) {
            return cannotTell(unable);
        }
        var frame = new Frame(sources, size);
        List<List<Found>> matches = new ArrayList<>();
        boolean[] spoken = {false};
        try {
            step.go(frame, reached -> {
                spoken[0] = true;
                if (matches.size() < most) {
                    matches.add(List.copyOf(reached.used()));
                }
                return matches.size() >= most;
            });
        } catch (CannotTell unknown) {
            return cannotTell(String.valueOf(unknown.getMessage()));
        }
        return spoken[0]
                ? new Outcome(null, List.copyOf(matches))
                : new Outcome(Objects.requireNonNull(frame.furthest().failure()), List.of());
    }

    private static Outcome cannotTell(String why) {
        return new Outcome(Failure.of(Failure.Kind.CANNOT_TELL, "", "", why), List.of());
    }
}
