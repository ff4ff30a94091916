package retention.cli;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import retention.json.DidYouMean;

/** Says in one line what is wrong with a command, and where it stands: an option, or the environment. */
final class Misuse implements IParameterExceptionHandler {

    private final Environment environment;

    Misuse(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine line = wrong.getCommandLine();
        String from = variable(wrong, args)
                .map(name -> " (from the variable " + name + ")")
                .orElse("");
        line.getErr()
                .println(words(wrong) + from + "; '" + line.getCommandSpec().qualifiedName() + " --help' tells more");
        return ExitCode.MISUSE;
    }

    private static String words(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unknown
                && !unknown.getUnmatched().isEmpty()) {
            String first = unknown.getUnmatched().get(0);
            return first + " is not known"
                    + DidYouMean.hint(first, known(wrong.getCommandLine(), first.startsWith("-")));
        }
        return String.valueOf(wrong.getMessage())
                .replace("is not an int", "is not a whole number")
                .replace("is not a boolean", "is neither true nor false");
    }

    private static Collection<String> known(CommandLine line, boolean options) {
        return options
                ? line.getCommandSpec().optionsMap().keySet()
                : line.getSubcommands().keySet();
    }

    private Optional<String> variable(ParameterException wrong, String[] args) {
        return wrong.getArgSpec() instanceof OptionSpec option
                        && !named(option, args)
                        && environment.given(option).isPresent()
                ? environment.of(option)
                : Optional.empty();
    }

    private static boolean named(OptionSpec option, String[] args) {
        return Stream.of(args).anyMatch(arg -> Stream.of(option.names()).anyMatch(arg::startsWith));
    }
}
