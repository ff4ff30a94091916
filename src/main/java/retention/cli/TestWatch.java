package retention.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import retention.reload.FolderWatch;
import retention.reload.Watching;
import retention.rules.BadRules;
import retention.rules.Opening;
import retention.rules.RuleBook;
import retention.rules.RuleSources;

/** Tries the fixtures again whenever rules or fixtures are saved, until it is stopped. For one thread. */
final class TestWatch {

    private final Path rules;
    private final Path fixtures;
    private final Opening opening;
    private final PrintWriter out;

    private @Nullable RuleBook book;
    private @Nullable RuleSources opened;

    TestWatch(Path rules, Path fixtures, Opening opening, PrintWriter out) {
        this.rules = rules;
        this.fixtures = fixtures;
        this.opening = opening;
        this.out = out;
    }

    /** Runs {@code run} on the rules as they are now, and again after each save. What is wrong is printed, and ends nothing. */
    void watch(Consumer<RuleBook> run) throws InterruptedException {
        var folders = new FolderWatch(List.of(rules, fixtures), Watching.defaults());
        while (true) {
            try {
                run.accept(current());
            } catch (BadRules bad) {
                bad.problems().forEach(one -> out.println(one.shown()));
                out.println(bad.problems().size() + " problems");
            } catch (IllegalArgumentException | UncheckedIOException wrong) {
                out.println(wrong.getMessage());
            }
            out.println("--- watching " + rules + " and " + fixtures + "; Ctrl-C ends");
            out.flush();
            folders.await();
        }
    }

    /** Rules are compiled only when they have changed. */
    private RuleBook current() {
        RuleSources now = RuleSources.read(rules);
        if (book == null || opened == null || !now.differing(opened).isEmpty()) {
            RuleBook next = opening.open(now);
            if (book != null) {
                book.close();
            }
            book = next;
            opened = now;
        }
        return book;
    }
}
