package retention.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Where a failure came from: kinds and places, without messages, which may repeat what a customer's facts hold. */
final class Stack {

    private static final int MOST_LINES = 300;

    private Stack() {}

    /** The kind of the failure first, its steps and causes below. */
    static List<String> of(Throwable failure) {
        var lines = new ArrayList<String>();
        add(lines, "", failure, Collections.newSetFromMap(new IdentityHashMap<>()));
        return lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES);
    }

    private static void add(List<String> lines, String as, Throwable failure, Set<Throwable> told) {
        if (!told.add(failure) || lines.size() > MOST_LINES) {
            return;
        }
        lines.add(as + failure.getClass().getName());
        for (StackTraceElement step : failure.getStackTrace()) {
            lines.add("\tat " + step);
        }
        for (Throwable beside : failure.getSuppressed()) {
            add(lines, "Suppressed: ", beside, told);
        }
        if (failure.getCause() != null) {
            add(lines, "Caused by: ", failure.getCause(), told);
        }
    }
}
