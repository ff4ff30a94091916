package retention.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;

/** How an entry is written. */
public enum Style {
    /** A line for people; a failure adds a line for each step of its stack. */
    TEXT {
        @Override
        Encoder<ILoggingEvent> lines() {
            return new TextLine();
        }
    },
    /** One JSON object on one line, for programs. */
    JSON {
        @Override
        Encoder<ILoggingEvent> lines() {
            return new JsonLine();
        }
    };

    abstract Encoder<ILoggingEvent> lines();

    /** Writes to what is standard error at that moment, and has begun. */
    Appender<ILoggingEvent> console(LoggerContext log) {
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(log);
        console.setTarget("System.err");
        console.setEncoder(lines());
        console.start();
        return console;
    }
}
