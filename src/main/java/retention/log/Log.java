package retention.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Where all entries go: to standard error. A verb writes them as they come; a server {@link #begin begins} a log that nobody
 * waits for. There is one for the whole process, because libraries log, too. Thread-safe.
 */
public final class Log {

    private static volatile @Nullable Waiting waiting;

    private Log() {}

    /** From now on entries are written in this style, by a thread of their own. */
    public static synchronized void begin(Style style) {
        if (waiting == null) {
            LoggerContext log = context();
            var begun = new Waiting(log, style.console(log));
            begun.start();
            root(log).detachAndStopAllAppenders();
            root(log).addAppender(begun);
            waiting = begun;
        }
    }

    /** Writes what is waiting, for at most a second; then entries are written as they come again. */
    public static synchronized void end() {
        Waiting ended = waiting;
        if (ended != null) {
            LoggerContext log = context();
            root(log).addAppender(Style.TEXT.console(log)); // first, so that no entry gets lost between both
            root(log).detachAppender(ended);
            waiting = null;
            ended.stop();
        }
    }

    /** How many entries were dropped since the log began, because nobody took them in time. */
    public static long dropped() {
        Waiting begun = waiting;
        return begun == null ? 0 : begun.dropped();
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static Logger root(LoggerContext log) {
        return log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
