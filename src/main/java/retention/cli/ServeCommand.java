package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import retention.http.Editing;
import retention.http.Endpoints;
import retention.http.Limits;
import retention.http.Server;
import retention.json.CustomerReader;
import retention.reload.InForce;
import retention.reload.LiveRules;
import retention.reload.Revisions;
import retention.reload.Watching;

/** Serves advice over HTTP. */
@Command(
        name = "serve",
        header = "Answers over HTTP.",
        description = "Answers over HTTP until it is stopped. POST /v1/advice takes one customer as application/json, "
                + "or a stream of them, one a line, as application/x-ndjson; ?explain=full adds why and why not. GET /v1/rules and /v1/schema tell "
                + "what is in force, GET /health/live and /health/ready how it is. What is saved in the rule folder "
                + "serves a moment later; if it is broken, the rules before it go on, and GET /v1/rules says what is "
                + "wrong. POST /v1/rules/check tries texts without saving them, GET /v1/rules/revisions lists what "
                + "served before, POST /v1/rules/rollback puts it back. SIGTERM lets running requests finish.")
final class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_KEPT = 1000;
    private static final int LONGEST_QUIET = 60_000;

    private static final String EXAMPLE = """
            {"id":"anna","asOf":"2026-06-01","orders":[{"orderedOn":"2026-05-15","promisedOn":"2026-05-20","deliveredOn":"2026-05-27"}]}""";

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Option(
            names = "--keep",
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "how many good revisions are kept; ${DEFAULT-VALUE} when left out")
    private int keep;

    @Option(
            names = "--quiet",
            paramLabel = "MILLISECONDS",
            defaultValue = "150",
            description = "how long nothing may have changed in the rule folder before it is read, longer for slow "
                    + "copies; ${DEFAULT-VALUE} when left out")
    private int quiet;

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
        requireUsable(line);
        prepare();
        LiveRules live = LiveRules.open(
                rules.folder(),
                Watching.defaults().quietFor(Duration.ofMillis(quiet)),
                new Revisions(rules.state(), keep),
                rules.opening(),
                InstantSource.system());
        if (rehearse) {
            return rehearse(endpoints(live));
        }
        Server server = start(port, endpoints(live));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, live), "stop"));
        say(line.getOut(), live.inForce(), server);
        new CountDownLatch(1).await(); // until the process is told to stop
        return ExitCode.OK;
    }

    private void requireUsable(CommandLine line) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(line, "--port must be from 0 to " + HIGHEST_PORT);
        }
        if (keep < 1 || keep > MOST_KEPT) {
            throw new ParameterException(line, "--keep must be from 1 to " + MOST_KEPT);
        }
        if (quiet < 0 || quiet > LONGEST_QUIET) {
            throw new ParameterException(line, "--quiet must be from 0 to " + LONGEST_QUIET);
        }
    }

    private static Endpoints endpoints(LiveRules live) {
        var editing = new Editing(
                live::check, () -> Map.of("revisions", live.revisions()), live::rollback, Duration.ofSeconds(5));
        return new Endpoints(live::advise, live::explain, live::inForce, live::schema, editing);
    }

    private static void stop(Server server, LiveRules live) {
        server.close();
        live.close();
    }

    /** Half of a start is the rules', half is the server's; the second one does not wait for the first. */
    private static void prepare() {
        LoggerFactory.getILoggerFactory(); // by one thread: two at once make it complain
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

    private void say(PrintWriter out, InForce inForce, Server server) {
        out.println(rules.folder() + ": " + inForce.rules().size() + " rules, revision "
                + inForce.revision().substring(0, 12) + "; what is saved there serves a moment later");
        out.println("Listening on " + server.address() + " - try:");
        out.println();
        out.println(
                "curl -s " + server.address() + "/v1/advice -H 'Content-Type: application/json' -d '" + EXAMPLE + "'");
        out.println();
    }
}
