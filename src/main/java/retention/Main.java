package retention;

import java.util.Locale;
import retention.cli.Advisor;

/** Where the JVM begins. */
public final class Main {

    private Main() {}

    /** Runs one verb and ends with its exit code: 0 ok, 1 the answer is no, 2 wrong use. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // the rule compiler lower-cases names as the machine's language does
        System.exit(Advisor.run(args));
    }
}
