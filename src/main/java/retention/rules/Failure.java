package retention.rules;

import org.kie.api.runtime.rule.ConsequenceException;

/** Says which rule failed while it ran, and why, in one line. */
final class Failure {

    private Failure() {}

    static String words(RuntimeException broken) {
        Throwable cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        if (broken instanceof ConsequenceException failed && failed.getMatch() != null) {
            return "rule \"" + failed.getMatch().getRule().getName() + "\" fails: " + why;
        }
        String where = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
        return "a condition fails: " + why + (where.equals(why) ? "" : " (" + where + ")");
    }
}
