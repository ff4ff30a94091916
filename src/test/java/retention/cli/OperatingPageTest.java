package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The operators' page tells every setting that there is. */
class OperatingPageTest {

    private static final Path PAGE = Path.of("docs", "operating.md");
    private static final String BEGINS = "<!-- settings begin -->\n";
    private static final String ENDS = "<!-- settings end -->";

    @Test
    void the_settings_are_those_of_the_code() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGINS) + BEGINS.length();
        int end = page.indexOf(ENDS);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(end));
        } else {
            assertThat(page.substring(begin, end))
                    .as("this renews it: mvn test -Dtest=OperatingPageTest -Dreadme.write=true")
                    .isEqualTo(table());
        }
    }

    private static String table() {
        CommandLine serve =
                Objects.requireNonNull(Advisor.line(Map.of()).getSubcommands().get("serve"));
        var environment = new Environment(serve, Map.of());
        return "| option | variable | what it sets |\n|---|---|---|\n"
                + serve.getCommandSpec().options().stream()
                        .sorted(Comparator.comparing(OptionSpec::longestName))
                        .map(option -> environment.of(option).map(name -> row(option, name)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining());
    }

    private static String row(OptionSpec option, String variable) {
        return "| `" + option.longestName() + "` | `" + variable + "` | "
                + String.join(" ", option.description()).replace("${DEFAULT-VALUE}", option.defaultValueString())
                + " |\n";
    }
}
