package retention.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the server listens. */
final class ListeningOptions {

    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "address to listen on; 127.0.0.1, this machine only, when left out")
    private String host = "";

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "port to listen on, 0 takes any free one; 8080 when left out")
    private int port;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    String host() {
        return host;
    }

    int port() {
        return Within.range(verb, "--port", port, 0, HIGHEST_PORT);
    }
}
