package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Settings of the server from the environment. */
final class EnvironmentTest {

    private final StringWriter err = new StringWriter();

    @Test
    void a_variable_sets_an_option_and_the_command_line_wins() {
        var variables = Map.of("ADVISOR_PORT", "9090", "ADVISOR_DRAIN_DELAY", "7", "ADVISOR_KEEP", " ");
        assertThat(value(variables, "--port")).isEqualTo(9090);
        assertThat(value(variables, "--drain-delay")).isEqualTo(7);
        assertThat(value(variables, "--keep")).as("empty is left out").isEqualTo(20);
        assertThat(value(variables, "--port", "-p", "7070")).isEqualTo(7070);
    }

    @Test
    void the_first_lines_tell_what_was_set_and_where() {
        assertThat(settings(Map.of("ADVISOR_PORT", "9090"), "--drain", "3"))
                .startsWith("  --port 9090 (from ADVISOR_PORT)", "  --drain 3")
                .element(2)
                .asString()
                .startsWith("  left out: --rules found --most-steps 300000")
                .doesNotContain("--rehearse", "--help");
        assertThat(settings(Map.of("ADVISOR_PORT", "9090"), "--port", "9090")).contains("  --port 9090");
    }

    @Test
    void what_is_wrong_with_a_variable_is_one_line_that_names_it() {
        assertThat(run(Map.of("ADVISOR_PORT", "http"), "serve")).isEqualTo(2);
        assertThat(err)
                .hasToString("Invalid value for option '--port': 'http' is not a whole number "
                        + "(from the variable ADVISOR_PORT); 'advisor serve --help' tells more"
                        + System.lineSeparator());
    }

    @Test
    void a_number_out_of_range_names_the_variable_it_came_from() {
        assertThat(run(Map.of("ADVISOR_KEEP", "0"), "serve")).isEqualTo(2);
        assertThat(run(Map.of("ADVISOR_KEEP", "7"), "serve", "--keep", "0")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "--keep must be from 1 to 1000, not 0 (from the variable ADVISOR_KEEP); 'advisor serve --help' tells more",
                        "--keep must be from 1 to 1000, not 0; 'advisor serve --help' tells more");
    }

    @Test
    void a_variable_that_nobody_reads_is_warned_of_without_its_value() {
        run(
                Map.of("ADVISOR_PROT", "hush", "ADVISOR_JAVA_OPTIONS", "-Xmx1g", "ADVISOR_PORT", "1", "PATH", "x"),
                "schema",
                "--rules",
                "none");
        assertThat(err.toString().lines().findFirst())
                .hasValue("warning: the variable ADVISOR_PROT is not known - did you mean \"ADVISOR_PORT\"?");
        assertThat(err.toString()).doesNotContain("hush", "JAVA_OPTIONS");
    }

    @Test
    void what_kubernetes_says_of_a_service_named_advisor_is_not_for_us() {
        var variables = Map.of(
                "ADVISOR_PORT", "tcp://10.0.0.7:8080",
                "ADVISOR_PORT_8080_TCP_ADDR", "10.0.0.7",
                "ADVISOR_SERVICE_HOST", "10.0.0.7");
        assertThat(value(variables, "--port")).isEqualTo(8080);
        assertThat(new Environment(serve(Advisor.line(Map.of())), variables).warnings())
                .isEmpty();
    }

    @Test
    void other_verbs_take_the_options_that_they_share() {
        run(Map.of("ADVISOR_RULES", "no-such-folder"), "check");
        assertThat(err.toString()).contains("no-such-folder");
    }

    @Test
    void help_names_the_variable_of_each_option() {
        String help = serve(Advisor.line(Map.of())).getUsageMessage();
        options().forEach(option -> assertThat(help).contains("environment: " + variable(option)));
    }

    /** Else picocli takes a switch that the environment turns on for one that the command line turns off. */
    @Test
    void a_switch_on_the_command_line_is_on_whatever_the_environment_says() {
        options()
                .filter(option -> option.type() == boolean.class || option.type() == Boolean.class)
                .forEach(option -> assertThat(option.fallbackValue())
                        .as(option.longestName())
                        .isEqualTo("true"));
    }

    @Test
    void no_option_takes_a_secret_itself_for_all_of_them_are_shown() {
        options()
                .filter(option -> option.longestName().matches(".*(key|secret|token|password).*"))
                .forEach(option -> assertThat(option.paramLabel()).isEqualTo("FILE"));
    }

    private static Stream<OptionSpec> options() {
        return serve(Advisor.line(Map.of())).getCommandSpec().options().stream()
                .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp());
    }

    private static String variable(OptionSpec option) {
        return "ADVISOR_" + option.longestName().substring(2).replace("-", "_").toUpperCase(Locale.ROOT);
    }

    private static CommandLine serve(CommandLine line) {
        return Objects.requireNonNull(line.getSubcommands().get("serve"));
    }

    private static Object value(Map<String, String> variables, String option, String... args) {
        CommandLine line = Advisor.line(variables);
        line.parseArgs(Stream.concat(Stream.of("serve"), Stream.of(args)).toArray(String[]::new));
        return serve(line).getCommandSpec().findOption(option).getValue();
    }

    private static List<String> settings(Map<String, String> variables, String... args) {
        CommandLine line = Advisor.line(variables);
        line.parseArgs(Stream.concat(Stream.of("serve"), Stream.of(args)).toArray(String[]::new));
        return Settings.lines(
                serve(line).getParseResult(), (Environment) line.getDefaultValueProvider(), Map.of("--rules", "found"));
    }

    private int run(Map<String, String> variables, String... args) {
        return Advisor.line(variables).setErr(new PrintWriter(err, true)).execute(args);
    }
}
