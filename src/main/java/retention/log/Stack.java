package retention.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.ArrayList;
import java.util.List;

/** Where a failure came from: kinds and places, without messages, which may repeat what a customer's facts hold. */
final class Stack {

    private static final int MOST_LINES = 300;

    private Stack() {}

    /** The kind of the failure first, its steps and causes below; without the steps that a cause shares with it. */
    static List<String> of(IThrowableProxy failure) {
        var lines = new ArrayList<String>();
        add(lines, "", failure);
        return lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES);
    }

    private static void add(List<String> lines, String as, IThrowableProxy failure) {
        if (lines.size() > MOST_LINES) {
            return;
        }
        lines.add(as + failure.getClassName());
        StackTraceElementProxy[] steps = failure.getStackTraceElementProxyArray();
        for (int i = 0; i < steps.length - failure.getCommonFrames(); i++) {
            lines.add("\t" + steps[i]);
        }
        for (IThrowableProxy beside : failure.getSuppressed()) {
            add(lines, "Suppressed: ", beside);
        }
        if (failure.getCause() != null) {
            add(lines, "Caused by: ", failure.getCause());
        }
    }
}
