package retention.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/**
 * Writes entries by a thread of its own, so that nobody waits for a slow reader. When too many are waiting, further ones are
 * dropped and, which Logback does not do, counted; the log says so once it moves again. Thread-safe.
 */
final class Waiting extends AsyncAppender {

    private static final int MOST_WAITING = 4096;
    private static final int LONGEST_END_MILLIS = 1000;

    private volatile long dropped;

    /** Not started yet; what it is given goes there. */
    Waiting(LoggerContext log, Appender<ILoggingEvent> out) {
        setContext(log);
        setName("log");
        setNeverBlock(true);
        setQueueSize(MOST_WAITING);
        setDiscardingThreshold(0);
        setIncludeCallerData(false);
        setMaxFlushTime(LONGEST_END_MILLIS);
        var telling = new Telling(log, out);
        telling.start();
        addAppender(telling);
    }

    @Override
    protected void append(ILoggingEvent entry) {
        preprocess(entry); // the words are put together outside the lock
        add(entry);
    }

    /** One at a time, so that there is still room when the entry is offered. */
    private synchronized void add(ILoggingEvent entry) {
        if (getRemainingCapacity() > 0) {
            super.append(entry);
        } else {
            dropped++;
        }
    }

    long dropped() {
        return dropped;
    }

    /** Adds how many are missing; for the writing thread alone. */
    private final class Telling extends UnsynchronizedAppenderBase<ILoggingEvent> {

        private final LoggerContext log;
        private final Appender<ILoggingEvent> out;
        private long told;

        Telling(LoggerContext log, Appender<ILoggingEvent> out) {
            this.log = log;
            this.out = out;
            setContext(log);
        }

        @Override
        protected void append(ILoggingEvent entry) {
            out.doAppend(entry);
            long missing = dropped - told;
            if (missing > 0 && getRemainingCapacity() > 0) {
                told += missing;
                out.doAppend(words(missing + " entries of the log were dropped: nobody took them in time"));
            }
        }

        private ILoggingEvent words(String words) {
            String name = Log.class.getName();
            return new LoggingEvent(name, log.getLogger(name), Level.WARN, words, null, null);
        }
    }
}
