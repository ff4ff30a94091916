package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import retention.http.Editing;
import retention.http.Endpoints;
import retention.http.Entrance;
import retention.http.Server;
import retention.json.CustomerReader;
import retention.json.FactsHash;
import retention.log.Log;
import retention.reload.InForce;
import retention.reload.LiveRules;
import retention.reload.Revisions;

/** Serves advice over HTTP. */
@Command(
        name = "serve",
        header = "Answers over HTTP.",
        description = "Answers over HTTP until it is stopped. POST /v1/advice takes one customer as application/json, "
                + "or a stream of them, one a line, as application/x-ndjson; ?explain=full adds why and why not. GET /v1/rules and /v1/schema tell "
                + "what is in force, GET /health/live and /health/ready how it is. What is saved in the rule folder "
                + "serves a moment later; if it is broken, the rules before it go on, and GET /v1/rules says what is "
                + "wrong. POST /v1/rules/check tries texts without saving them, GET /v1/rules/revisions lists what "
                + "served before, POST /v1/rules/rollback puts it back. GET /openapi.json describes all of it for "
                + "programs, GET /docs for people. SIGTERM lets running requests finish.")
final class ServeCommand implements Callable<Integer> {

    private static final String EXAMPLE = """
            {"id":"anna","asOf":"2026-06-01","orders":[{"orderedOn":"2026-05-15","promisedOn":"2026-05-20","deliveredOn":"2026-05-27"}]}""";

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final WatchingOptions watching = new WatchingOptions();

    @Mixin
    private final ListeningOptions listening = new ListeningOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final StoppingOptions stopping = new StoppingOptions();

    @Mixin
    private final LogOptions log = new LogOptions();

    @Mixin
    private final AccessOptions access = new AccessOptions();

    @Option(names = "--rehearse", hidden = true, description = "answer once and stop, on any free port")
    private boolean rehearse;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        requireUsable();
        log.begin();
        try {
            return serve(Objects.requireNonNull(spec).commandLine().getOut());
        } finally {
            Log.end(); // however it ends: what this process says later is not a server's
        }
    }

    private int serve(PrintWriter out) throws InterruptedException, IOException {
        Entrance entrance = rehearse ? Entrance.OPEN : access.entrance(listening.host());
        prepareServer();
        try (LiveRules live = open()) {
            if (rehearse) {
                return rehearse(endpoints(live));
            }
            StopSignals signals = StopSignals.listen();
            Server server = start(listening.port(), endpoints(live), entrance);
            say(out, live.inForce(), server);
            signals.await();
            server.close(stopping.delay(), stopping.drain());
            return ExitCode.OK;
        }
    }

    /** Before anything is started, so that what is wrong is told at once. */
    private void requireUsable() {
        listening.port();
        limits.limits();
        watching.keep();
        watching.watching();
        stopping.delay();
        stopping.drain();
    }

    private LiveRules open() {
        return LiveRules.open(
                rules.folder(),
                watching.watching(),
                new Revisions(rules.state(), watching.keep()),
                rules.opening(),
                InstantSource.system());
    }

    private Endpoints endpoints(LiveRules live) {
        var editing = new Editing(
                live::check, () -> Map.of("revisions", live.revisions()), live::rollback, Duration.ofSeconds(5));
        return new Endpoints(live::advise, live::explain, live::inForce, live::schema, editing)
                .described(ApiDocument::text)
                .observed(log.observed(live));
    }

    /**
     * Half of a start is the rules', half is the rest's; the second one does not wait for the first. To read JSON is prepared
     * before the command line has been read, which takes a while.
     */
    static void prepareFacts() {
        beside(() -> FactsHash.of(CustomerReader.read(EXAMPLE.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH)));
    }

    private static void prepareServer() {
        LoggerFactory.getILoggerFactory(); // by one thread: two at once make it complain
        beside(Server::prepare);
    }

    private static void beside(Runnable work) {
        var beside = new Thread(work, "prepare");
        beside.setDaemon(true);
        beside.start();
    }

    /** All that a start does, so that the launcher can note which classes it needs. */
    private int rehearse(Endpoints endpoints) {
        try (Server server = start(0, endpoints, Entrance.OPEN)) {
            return Rehearsal.answers(server.address(), EXAMPLE) ? ExitCode.OK : ExitCode.NO;
        }
    }

    private Server start(int port, Endpoints endpoints, Entrance entrance) {
        try {
            return Server.start(listening.host(), port, limits.limits(), endpoints, entrance);
        } catch (UncheckedIOException taken) {
            throw new UncheckedIOException(
                    new IOException("cannot listen on " + listening.host() + ", port " + port + ": "
                            + Objects.requireNonNull(taken.getCause()).getMessage()
                            + "; --port and --host name another place"));
        }
    }

    private void say(PrintWriter out, InForce inForce, Server server) {
        out.println("Settings:");
        settings().forEach(out::println);
        out.println(rules.folder() + ": " + inForce.rules().size() + " rules, revision "
                + inForce.revision().substring(0, 12) + "; what is saved there serves a moment later");
        out.println("Listening on " + server.address() + " - try:");
        out.println();
        out.println("curl -s " + server.nearAddress() + "/v1/advice " + access.header()
                + "-H 'Content-Type: application/json' -d '" + EXAMPLE + "'");
        out.println();
    }

    private List<String> settings() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        return Settings.lines(
                line.getParseResult(),
                (Environment) line.getDefaultValueProvider(),
                Map.of("--rules", rules.folder(), "--state", rules.state()));
    }
}
