package retention.rules.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what rules do for the customer at hand. One at a time for each thread; rules cannot see this class. */
public final class Steps {

    /** Far longer than any budget of steps lasts: met only by a machine that stands still. */
    private static final long LONGEST_NANOS = 10_000_000_000L;

    private static final String NOT_NOW = "rules run only for a customer";
    private static final int STEPS_PER_LOOK_AT_THE_CLOCK = 1_024;
    private static final ThreadLocal<Steps> CURRENT = ThreadLocal.withInitial(Steps::new);

    private Budget budget = Budget.STANDARD;
    private int left;
    private int looksAtTheClock;
    private long begun;
    private @Nullable String stopped;
    private @Nullable Consumer<Object> listener;
    private final List<String> fired = new ArrayList<>();
    private int nextLook;
    private long said;

    private Steps() {
        stopped = NOT_NOW; // until a customer comes
    }

    /** Begins to count anew on this thread. */
    public static Steps begin(Budget budget) {
        Steps steps = CURRENT.get();
        steps.budget = budget;
        steps.left = budget.steps();
        steps.looksAtTheClock = budget.steps() - STEPS_PER_LOOK_AT_THE_CLOCK;
        steps.begun = System.nanoTime();
        steps.stopped = null;
        steps.fired.clear();
        steps.said = 0;
        steps.nextLook = budget.firings() + 1;
        return steps;
    }

    static Steps current() {
        return CURRENT.get();
    }

    /** From now on whoever this is hears what rules conclude. */
    public void tell(Consumer<Object> somebody) {
        listener = somebody;
    }

    /** A rule concludes this. */
    void concludes(Object conclusion) {
        if (listener != null) {
            listener.accept(conclusion);
        }
    }

    /** From now on no rule does anything on this thread. */
    public void end() {
        left = 0;
        stopped = NOT_NOW;
        listener = null;
    }

    /** Why the rules were stopped; null when they were not. */
    public @Nullable String stopped() {
        return stopped;
    }

    /** One step of a rule; throws IllegalStateException when it is one too many, and at each that follows. */
    void step(String rules) {
        steps(1, rules);
    }

    /** So many steps at once; throws IllegalStateException as {@link #step} does. */
    void steps(int taken, String rules) {
        left -= taken;
        if (left < 0) {
            throw stop(rules, "does more than " + budget.steps() + " steps for one customer");
        }
        if (left <= looksAtTheClock) {
            looksAtTheClock = left - STEPS_PER_LOOK_AT_THE_CLOCK;
            lookAtTheClock(rules);
        }
    }

    private void lookAtTheClock(String rules) {
        if (System.nanoTime() - begun > LONGEST_NANOS) {
            throw stop(rules, "takes longer than ten seconds for one customer");
        }
    }

    /** A rule is about to fire; throws IllegalStateException when it has done so too often. */
    public void fires(String rule) {
        fired.add(rule);
        if (fired.size() > budget.firingsInAll()) {
            throw stop(
                    named(rule),
                    "is one too many: rules fire more than " + budget.firingsInAll() + " times for one customer");
        }
        if (fired.size() >= nextLook) {
            look(rule);
        }
    }

    /** Counts by rule only when one can have fired too often: most customers make few rules fire. */
    private void look(String rule) {
        var times = new HashMap<String, Integer>();
        fired.forEach(one -> times.merge(one, 1, Integer::sum));
        int most = Collections.max(times.values());
        if (most > budget.firings()) { // the others had not
            throw stop(named(rule), "fires more than " + budget.firings() + " times for one customer");
        }
        nextLook = fired.size() + budget.firings() - most + 1;
    }

    /** The most characters in a sentence of a rule. */
    public int longestSentence() {
        return budget.text();
    }

    /**
     * A rule says a sentence, which holds so many characters with all that is told with it; throws IllegalStateException
     * when it is too long, or one too many.
     */
    public void says(String rule, String sentence, long characters) {
        if (sentence.length() > budget.text()) {
            throw stop(named(rule), "says a sentence of more than " + budget.text() + " characters");
        }
        said += characters;
        if (said > budget.textInAll()) {
            throw stop(
                    named(rule),
                    "says one sentence too many: rules say more than " + budget.textInAll()
                            + " characters for one customer");
        }
    }

    /** So many combinations of facts would have to be made for a rule; throws IllegalStateException when that is too many. */
    public void combines(String rule, double combinations) {
        if (combinations > budget.steps()) {
            throw stop(
                    named(rule),
                    String.format(
                            Locale.ROOT,
                            "combines every fact with every other: %.0f times for one customer; %d are the most",
                            combinations,
                            budget.steps()));
        }
    }

    /** A rule that calls itself until there is no room left. */
    public void calledItself(String rule) {
        stop(named(rule), "calls itself without end");
    }

    /** A text that a rule made or looks at; throws IllegalStateException when it is too long. */
    void text(String rules, CharSequence text) {
        if (text.length() > budget.text()) {
            throw stop(
                    rules,
                    "has to do with a text of " + text.length() + " characters; " + budget.text() + " are the most");
        }
    }

    private static String named(String rule) {
        return "rule \"" + rule + "\"";
    }

    private IllegalStateException stop(String rules, String why) {
        left = 0;
        stopped = stopped == null ? rules + " " + why : stopped; // whatever swallows this is stopped by its next step
        return new IllegalStateException(stopped);
    }
}
