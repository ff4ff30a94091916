package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import retention.json.BadRequest;
import retention.rules.BadRules;
import retention.rules.Product;

/** The command line. */
@Command(
        name = "advisor",
        description = "Customer facts in, ranked retention actions out, each with its reasons.",
        mixinStandardHelpOptions = true,
        versionProvider = Advisor.Version.class,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ok",
            "1:the answer is no: bad rules, a failing case, a customer that cannot be read; or a port is taken, a disk full",
            "2:wrong use of the command"
        },
        footer = "%n'advisor VERB --help' tells more about a verb.")
public final class Advisor implements Runnable {

    private static final List<Class<?>> VERBS = List.of(
            ServeCommand.class,
            AdviseCommand.class,
            ExplainCommand.class,
            ReplayCommand.class,
            AuditCommand.class,
            CheckCommand.class,
            TestCommand.class,
            RecordCommand.class,
            RulesCommand.class,
            KeysCommand.class,
            PlaybookCommand.class,
            BuildCommand.class,
            SchemaCommand.class,
            ImportCommand.class,
            BacktestCommand.class);

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Runs one verb; gives back its exit code. */
    public static int run(String... args) {
        if (args.length > 0 && args[0].equals(name(ServeCommand.class))) {
            ServeCommand.prepareFacts();
        }
        return execute(line(System.getenv(), needed(args)), args);
    }

    /** As {@link #run}; output that is lost, on a full disk or in a closed pipe, is no success. */
    static int execute(CommandLine line, String... args) {
        int code = line.execute(args);
        if (code == ExitCode.OK && line.getOut().checkError()) {
            line.getErr().println("not all of the output could be written");
            return ExitCode.NO;
        }
        return code;
    }

    /** The command line, so that a test can give it other streams. */
    static CommandLine line() {
        return line(System.getenv());
    }

    /** As {@link #line()}, in another environment. */
    static CommandLine line(Map<String, String> variables) {
        return line(variables, VERBS);
    }

    private static CommandLine line(Map<String, String> variables, List<Class<?>> verbs) {
        var line = new CommandLine(new Advisor());
        verbs.forEach(line::addSubcommand);
        var environment =
                new Environment(Objects.requireNonNull(line.getSubcommands().get("serve")), variables);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(environment)
                .setHelpFactory(new NamedHelp(environment))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(new Misuse(environment))
                .setExecutionExceptionHandler((problem, running, parsed) -> failed(problem, running))
                .setExecutionStrategy(parsed -> {
                    environment.warnings().forEach(line.getErr()::println);
                    return new CommandLine.RunLast().execute(parsed);
                });
    }

    /** To read the options of every verb takes as long as to read the rules. Those of serve are needed for the environment. */
    private static List<Class<?>> needed(String... args) {
        List<Class<?>> named = VERBS.stream()
                .filter(verb -> args.length > 0 && name(verb).equals(args[0]))
                .toList();
        return named.isEmpty()
                ? VERBS
                : Stream.concat(Stream.of(ServeCommand.class), named.stream())
                        .distinct()
                        .toList();
    }

    private static String name(Class<?> verb) {
        return verb.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getErr());
        throw new ParameterException(line, "say what to do");
    }

    /** The one place where a failure becomes an exit code. */
    private static int failed(Exception problem, CommandLine line) throws Exception {
        if (problem instanceof BadRules bad) {
            bad.problems().forEach(one -> line.getErr().println(one.shown()));
            bad.warnings().forEach(one -> line.getErr().println(one.shown()));
            return ExitCode.NO;
        }
        if (problem instanceof BadRequest) {
            line.getErr().println(problem.getMessage());
            return ExitCode.NO;
        }
        if (problem instanceof IllegalArgumentException) {
            line.getErr().println(problem.getMessage());
            return ExitCode.MISUSE;
        }
        if (problem instanceof UncheckedIOException || problem instanceof IOException) {
            line.getErr().println(ioWords(problem));
            return problem instanceof FileSystemException ? ExitCode.MISUSE : ExitCode.NO; // output lost, port taken
        }
        throw problem;
    }

    private static String ioWords(Exception problem) {
        Throwable cause =
                problem instanceof UncheckedIOException && problem.getCause() != null ? problem.getCause() : problem;
        if (cause instanceof AccessDeniedException) {
            return cause.getMessage() + ": who runs the advisor may not read or write this; change its owner or mode";
        }
        return cause instanceof NoSuchFileException
                ? "there is no file " + cause.getMessage()
                : String.valueOf(cause.getMessage());
    }

    /** Says the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return List.of("advisor " + Product.version()).toArray(String[]::new);
        }
    }
}
