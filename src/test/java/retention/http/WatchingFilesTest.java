package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retention.json.Json;

/** The dashboard and the alerts that come with the program, against what the server really tells. */
final class WatchingFilesTest {

    private static final Pattern NAME = Pattern.compile("\\b((?:advisor|jvm|process)_[a-z_]+)\\b");

    /** Families that show only once something happened: a family without a sample is left out. */
    private static final Pattern LATER = Pattern.compile("advisor_(actions_(advised|blocked|withheld)|holdouts)_total");

    @ParameterizedTest
    @ValueSource(strings = {"deploy/grafana-dashboard.json", "deploy/alerts.yml"})
    void every_metric_in_it_exists(String file) throws Exception {
        String text = Files.readString(Path.of(file));
        var missing = new TreeSet<String>();
        try (Server server = Calls.serve(Calls::advice)) {
            Calls.post(server, Answer.JSON, "{\"id\":\"Anna\"}");
            get(server, "/metrics");
            String told = get(server, "/metrics").body();
            Matcher names = NAME.matcher(text);
            while (names.find()) {
                String name = names.group(1);
                if (!told.contains("\n" + name + "{") && !told.contains("\n" + name + " ")) {
                    missing.add(name);
                }
            }
        }
        missing.removeIf(name -> LATER.matcher(name).matches());
        missing.remove("advisor_rule_firings_total"); // this server has no rules
        assertThat(missing).isEmpty();
    }

    @Test
    void the_dashboard_is_json_with_panels_that_ask_something() throws IOException {
        var dashboard = Json.mapper().readTree(Files.readString(Path.of("deploy/grafana-dashboard.json")));
        assertThat(dashboard.at("/panels").size()).isGreaterThan(5);
        dashboard
                .at("/panels")
                .forEach(panel ->
                        assertThat(panel.at("/targets/0/expr").asString()).isNotBlank());
    }

    @Test
    void promtool_has_nothing_to_say_about_metrics_and_alerts() throws Exception {
        Assumptions.assumeTrue(there(), "promtool is not installed, so it has checked neither metrics nor alerts");
        try (Server server = Calls.serve(Calls::advice)) {
            Calls.post(server, Answer.JSON, "{\"id\":\"Anna\"}");
            assertThat(says(get(server, "/metrics").body(), "check", "metrics")).isEmpty();
        }
        assertThat(says("", "check", "rules", "deploy/alerts.yml")).contains("SUCCESS");
    }

    private static boolean there() {
        try {
            return says("", "--version").contains("promtool");
        } catch (IOException | InterruptedException absent) {
            System.err.println("promtool is not installed: what it would check is left out");
            return false;
        }
    }

    private static String says(String input, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(words));
        Path in = Files.createTempFile("promtool", ".in");
        Path out = Files.createTempFile("promtool", ".out");
        Files.writeString(in, input);
        Process asked = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(asked.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(asked.exitValue()).as(Files.readString(out)).isZero();
        return Files.readString(out);
    }
}
