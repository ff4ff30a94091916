package retention;

import retention.cli.Advisor;

/** Where the JVM begins. */
public final class Main {

    private Main() {}

    /** Runs one verb and ends with its exit code: 0 ok, 1 the answer is no, 2 wrong use. */
    public static void main(String[] args) {
        System.exit(Advisor.run(args));
    }
}
