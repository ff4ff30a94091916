package retention.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import org.slf4j.Logger;

/** Sets Logback up: our own words from INFO upwards, those of libraries when something is wrong. It reads no file. */
public final class Setup extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        // what Logback has to say of itself would go to standard output, which holds advice
        log.getStatusManager().add(new NopStatusListener());
        log.getLogger("org.drools").setLevel(Level.OFF); // we say it ourselves, with file and line
        log.getLogger("retention").setLevel(Level.INFO);
        log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        log.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(Style.TEXT.console(log));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
