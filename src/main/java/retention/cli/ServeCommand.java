package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import retention.http.Endpoints;
import retention.http.Limits;
import retention.http.Server;
import retention.json.CustomerReader;
import retention.json.CustomerSchema;
import retention.rules.RuleBook;

/** Serves advice over HTTP. */
@Command(
        name = "serve",
        header = "Answers over HTTP.",
        description = "Answers over HTTP until it is stopped. POST /v1/advice takes one customer as application/json, "
                + "or a stream of them, one a line, as application/x-ndjson. GET /v1/rules and /v1/schema tell "
                + "what is in force, GET /health/live and /health/ready how it is. SIGTERM lets running requests "
                + "finish.")
final class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private static final String EXAMPLE = """
            {"id":"anna","asOf":"2026-06-01","orders":[{"orderedOn":"2026-05-15","promisedOn":"2026-05-20","deliveredOn":"2026-05-27"}]}""";

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "address to listen on; ${DEFAULT-VALUE}, this machine only, when left out")
    private String host = "";

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "port to listen on, 0 takes any free one; ${DEFAULT-VALUE} when left out")
    private int port;

    @Option(names = "--rehearse", hidden = true, description = "answer once and stop, on any free port")
    private boolean rehearse;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var line = Objects.requireNonNull(spec).commandLine();
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(line, "--port must be from 0 to " + HIGHEST_PORT);
        }
        prepare();
        RuleBook book = rules.open();
        var endpoints =
                new Endpoints(book::advise, book::listing, new Lazily<>(() -> CustomerSchema.of(book.declared())));
        if (rehearse) {
            return rehearse(endpoints);
        }
        Server server = start(port, endpoints);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        say(line.getOut(), book, server);
        new CountDownLatch(1).await(); // until the process is told to stop
        return ExitCode.OK;
    }

    /** Half of a start is the rules', half is the server's; the second one does not wait for the first. */
    private static void prepare() {
        var beside = new Thread(
                () -> {
                    CustomerReader.read(EXAMPLE.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
                    Server.prepare();
                },
                "prepare");
        beside.setDaemon(true);
        beside.start();
    }

    /** All that a start does, so that the launcher can note which classes it needs. */
    private int rehearse(Endpoints endpoints) {
        try (Server server = start(0, endpoints)) {
            return Rehearsal.answers(server.address(), EXAMPLE) ? ExitCode.OK : ExitCode.NO;
        }
    }

    private Server start(int port, Endpoints endpoints) {
        try {
            return Server.start(host, port, Limits.defaults(), endpoints);
        } catch (UncheckedIOException taken) {
            throw new UncheckedIOException(new IOException("cannot listen on " + host + ", port " + port + ": "
                    + Objects.requireNonNull(taken.getCause()).getMessage()
                    + "; --port and --host name another place"));
        }
    }

    private void say(PrintWriter out, RuleBook book, Server server) {
        out.println(rules.folder() + ": " + book.listing().rules().size() + " rules, revision "
                + book.revision().substring(0, 12));
        out.println("Listening on " + server.address() + " - try:");
        out.println();
        out.println(
                "curl -s " + server.address() + "/v1/advice -H 'Content-Type: application/json' -d '" + EXAMPLE + "'");
        out.println();
    }
}
