package retention.reload;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retention.rules.BadRules;
import retention.rules.RuleBook;

/** What the log says about the rule folder: each thing once, however long it lasts. For one thread. */
final class ReloadLog {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadLog.class);

    /** As many characters of a revision as people read. */
    private static final int SHORT = 12;

    private final Path folder;
    private boolean unreadable;
    private boolean notKept;
    private String failure = "";

    ReloadLog(Path folder) {
        this.folder = folder;
    }

    void reloaded(RuleBook book, long nanos) {
        LOG.info(
                "{}: revision {} serves, {} rules; it took {} ms",
                folder,
                brief(book.revision()),
                book.listing().rules().size(),
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    void rejected(InForce.Rejected rejected) {
        int more = rejected.problems().size() - 1;
        LOG.warn(
                "{}: what was saved cannot serve, so the rules before it go on: {}{}",
                folder,
                line(rejected.problems().get(0).toString()),
                more == 0 ? "" : " - and " + more + " more");
    }

    void backAgain() {
        LOG.info("{}: holds again what serves", folder);
    }

    void unreadable(Exception why) {
        if (!unreadable) {
            unreadable = true;
            LOG.warn("{}: cannot be read, so the rules from before go on: {}", folder, line(words(why)));
        }
    }

    void readable() {
        if (unreadable) {
            unreadable = false;
            LOG.info("{}: can be read again", folder);
        }
    }

    void notKept(Exception why) {
        if (!notKept) {
            notKept = true;
            LOG.warn("revisions are not kept, so none can be put back: {}", line(words(why)));
        }
    }

    void failed(Throwable cause) {
        if (!failure.equals(cause.toString())) {
            failure = cause.toString();
            LOG.error("{}: watching failed, and goes on", folder, cause);
        }
    }

    private static String brief(String revision) {
        return revision.substring(0, SHORT);
    }

    static String words(Exception why) {
        if (why instanceof BadRules bad) {
            return bad.problems().get(0).message();
        }
        Throwable cause = why.getCause() == null ? why : why.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /** File names may hold anything; an entry of the log is one line. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
