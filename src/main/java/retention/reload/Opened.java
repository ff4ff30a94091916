package retention.reload;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retention.rules.BadRules;
import retention.rules.Code;
import retention.rules.Opening;
import retention.rules.Problem;
import retention.rules.RuleBook;
import retention.rules.RuleSources;

/**
 * What came of opening a rule folder.
 *
 * @param book null when the folder cannot be used; whoever has it closes it
 * @param problems empty when there is a book
 * @param warnings what is doubtful and stops nothing
 */
record Opened(@Nullable RuleBook book, List<Problem> problems, List<Problem> warnings) {

    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    /** Checks and compiles. Nothing that rules can do to the compiler gets out, not even an Error. */
    static Opened of(RuleSources sources, Opening opening) {
        try {
            RuleBook book = opening.open(sources);
            return new Opened(book, List.of(), book.warnings());
        } catch (BadRules bad) {
            return new Opened(null, bad.problems(), bad.warnings());
        } catch (Throwable broken) { // a generated class cannot be linked, perhaps
            LOG.error("the rules could not be compiled", broken);
            String words = "cannot be compiled; the log of the server says more";
            return new Opened(null, List.of(Problem.of(Code.NOT_COMPILED, sources.shown(), words)), List.of());
        }
    }

    /** Nothing came of it in the time that it may take. */
    static Opened givenUp(RuleSources sources, Duration patience) {
        String words = "was given up: checking it takes longer than " + patience.toSeconds()
                + " seconds; is a rule far too long, or are there far too many?";
        return new Opened(null, List.of(Problem.of(Code.NOT_COMPILED, sources.shown(), words)), List.of());
    }

    /** Checks and compiles, and closes what came of it. */
    static Opened tried(RuleSources sources, Opening opening) {
        Opened opened = of(sources, opening);
        if (opened.book != null) {
            opened.book.close();
        }
        return opened;
    }
}
