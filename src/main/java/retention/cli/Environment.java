package retention.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import retention.json.DidYouMean;

/**
 * Options that the environment may give: each one of {@code serve}, under the same name wherever another verb has it, too.
 * {@code --tls-key} is read from {@code ADVISOR_TLS_KEY}; what the command line says wins.
 */
final class Environment implements IDefaultValueProvider {

    private static final String PREFIX = "ADVISOR_";

    /** What the launcher reads. */
    private static final List<String> LAUNCHER = List.of("ADVISOR_JAVA_OPTIONS");

    /** Kubernetes gives every container the address of a service named "advisor", in words of its own. */
    private static final List<String> KUBERNETES = List.of("ADVISOR_SERVICE_", "ADVISOR_PORT_");

    private static final String KUBERNETES_PORT = "tcp://";

    private final Map<String, String> variables;
    private final Map<String, OptionSpec> options = new TreeMap<>();

    /**
     * Reads once which options there are.
     *
     * @param variables the environment; an empty value is none
     */
    Environment(CommandLine serve, Map<String, String> variables) {
        this.variables = variables;
        for (OptionSpec option : serve.getCommandSpec().options()) {
            if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
                options.put(variable(option), option);
            }
        }
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        return arg instanceof OptionSpec option ? given(option).orElse(null) : null;
    }

    /** The variable that an option may be given by; none for what the environment does not say. */
    Optional<String> of(OptionSpec option) {
        String name = variable(option);
        OptionSpec known = options.get(name);
        return known != null && known.longestName().equals(option.longestName()) ? Optional.of(name) : Optional.empty();
    }

    /** What the environment says of an option. */
    Optional<String> given(OptionSpec option) {
        return of(option).map(variables::get).filter(value -> !value.isBlank() && !value.startsWith(KUBERNETES_PORT));
    }

    /** A line for each variable that looks like ours and that nobody reads. Never its value, which may be a secret. */
    List<String> warnings() {
        List<String> known =
                Stream.concat(options.keySet().stream(), LAUNCHER.stream()).toList();
        return variables.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .filter(name -> KUBERNETES.stream().noneMatch(name::startsWith))
                .sorted()
                .map(name -> "warning: the variable " + name + " is not known" + DidYouMean.hint(name, known))
                .toList();
    }

    private static String variable(OptionSpec option) {
        return PREFIX
                + option.longestName().replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
