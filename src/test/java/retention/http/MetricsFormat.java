package retention.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Prometheus' text format, and fails where it is not as it should be. */
public final class MetricsFormat {

    private static final Pattern SAMPLE = Pattern.compile(
            "([a-z_:][a-z0-9_:]*)(\\{[a-z_]+=\"[^\"\\\\]*(?:\\\\.[^\"\\\\]*)*\"(?:,[a-z_]+=\"[^\"\\\\]*(?:\\\\.[^\"\\\\]*)*\")*})? (\\S+)");

    private MetricsFormat() {}

    /** Each sample by its name and labels. */
    public static Map<String, Double> read(String text) {
        var samples = new HashMap<String, Double>();
        var helped = new HashSet<String>();
        var typed = new HashSet<String>();
        assertThat(text).endsWith("\n");
        text.lines().forEach(line -> {
            if (line.startsWith("# HELP ")) {
                assertThat(helped.add(line.split(" ", 4)[2])).as(line).isTrue();
            } else if (line.startsWith("# TYPE ")) {
                assertThat(typed.add(line.split(" ", 4)[2])).as(line).isTrue();
            } else {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                String labels = sample.group(2) == null ? "" : sample.group(2);
                double value = Double.parseDouble(sample.group(3).replace("+Inf", "Infinity"));
                assertThat(samples.put(sample.group(1) + labels, value))
                        .as(line)
                        .isNull();
                assertThat(family(sample.group(1), typed)).as(line).isTrue();
            }
        });
        assertThat(helped).isEqualTo(typed);
        return samples;
    }

    private static boolean family(String name, Set<String> typed) {
        return typed.contains(name) || typed.contains(name.replaceFirst("_(bucket|sum|count)$", ""));
    }
}
