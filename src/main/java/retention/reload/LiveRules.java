package retention.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.advice.Advice;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.rules.BadRules;
import retention.rules.Explained;
import retention.rules.Opening;
import retention.rules.RuleBook;
import retention.rules.RuleSources;
import tools.jackson.databind.JsonNode;

/**
 * The rules of a folder, as it is: what is saved there serves a moment later, unless it is broken. Each advice comes from one
 * revision. Thread-safe.
 */
public final class LiveRules implements AutoCloseable {

    private final Path folder;
    private final Revisions revisions;
    private final Opening opening;
    private final InstantSource time;
    private final Reloading reloading;
    private final Watching watching;

    private LiveRules(
            Path folder,
            Watching watching,
            Revisions revisions,
            Opening opening,
            InstantSource time,
            Reloading reloading) {
        this.folder = folder;
        this.watching = watching;
        this.revisions = revisions;
        this.opening = opening;
        this.time = time;
        this.reloading = reloading;
    }

    /** Opens the folder and watches it from then on. Throws {@link retention.rules.BadRules} when it cannot serve. */
    public static LiveRules open(
            Path folder, Watching watching, Revisions revisions, Opening opening, InstantSource time) {
        RuleSources sources = OwnName.read(folder);
        RuleBook book = open(sources, folder, opening);
        var reloading = new Reloading(folder, watching, revisions, opening, time, book, sources);
        reloading.start();
        return new LiveRules(folder, watching, revisions, opening, time, reloading);
    }

    /** Whoever starts the server reads the places as they named the folder. */
    private static RuleBook open(RuleSources sources, Path folder, Opening opening) {
        try {
            return opening.open(sources);
        } catch (BadRules bad) {
            return opening.open(sources.shownAs(folder));
        }
    }

    /** Decides for one customer, by the rules in force when it begins. Throws {@link BadRequest}. */
    public Advice advise(Customer customer) {
        Serving serving = reloading.enter();
        try {
            return serving.book().advise(customer);
        } finally {
            serving.leave();
        }
    }

    /** As {@link #advise}, explained; the customer's JSON is needed when {@code whatIf} asks what would change an action. */
    public Explained explain(Customer customer, @Nullable String action, @Nullable JsonNode whatIf) {
        Serving serving = reloading.enter();
        try {
            Explained explained = serving.book().explain(customer, action);
            return whatIf == null || action == null
                    ? explained
                    : explained.with(
                            serving.book().whatIf(whatIf, customer.asOf().day(), action));
        } finally {
            serving.leave();
        }
    }

    /** What serves, and what of the folder does not. */
    public InForce inForce() {
        return reloading.state().inForce();
    }

    /** How often the folder changed since the start. */
    public Reloads reloads() {
        return reloading.reloads();
    }

    /** JSON Schema of a customer, with the facts that the rules in force declare. */
    public String schema() {
        return reloading.state().serving().schema();
    }

    /**
     * Checks the folder with other texts for some of its files, null for a file to leave out; neither what serves nor the
     * disk changes. Throws {@link BadRequest} for names that are none.
     */
    public Checked check(Map<String, @Nullable String> files) {
        Checked checked = new Bounded(watching.patience()).run(() -> Checked.of(folder, files, opening.inMemory()));
        return checked != null ? checked : Checked.givenUp(folder, watching.patience());
    }

    /** The kept revisions, newest first. */
    public List<RevisionLine> revisions() {
        try {
            return RevisionLine.list(revisions, folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Puts back the kept revision that begins so, and returns once it serves. Throws {@link BadRequest}. */
    public PutBack rollback(String begin) {
        return reloading.run(() -> {
            Rollback.Done done = new Rollback(folder, OwnName.of(folder), revisions, opening, time).to(begin);
            reloading.look();
            Serving serving = reloading.state().serving();
            if (!serving.book().revision().equals(done.revision())) {
                throw new BadRequest("revision", "it was put back, but the rule folder has changed since");
            }
            return PutBack.of(done, serving);
        });
    }

    /** Ends the watching; the rules serve until nobody uses them any more. */
    @Override
    public void close() {
        reloading.close();
    }
}
