package retention.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import retention.json.Json;

/** What servers answered in each round; as JSON and as a table. Not thread-safe. */
final class HttpFigures {

    static final String ADVISOR = "advisor";

    /** In the order in which they are asked. */
    static final List<String> SERVERS = List.of("constant", "hand", "hand-io", ADVISOR);

    private static final Map<String, String> WORDS = Map.of(
            "constant",
            "Undertow, always the same answer",
            "hand",
            "hand-written, work on threads of its own",
            "hand-io",
            "hand-written, work on the thread that reads",
            ADVISOR,
            "advisor");

    private final Map<String, List<Round>> all = new LinkedHashMap<>();

    private record Round(
            double perSecond, double p99Millis, double shareAtHalf, double p99MillisAtHalf, double refused) {}

    void add(String server, double perSecond, double p99, double share, double p99AtHalf, double refused) {
        all.computeIfAbsent(server, none -> new ArrayList<>())
                .add(new Round(perSecond, p99, share, p99AtHalf, refused));
    }

    byte[] json() {
        return Json.pretty(all).getBytes(StandardCharsets.UTF_8);
    }

    String table(boolean quick, int rounds) {
        var table = new StringBuilder();
        table.append(
                quick
                        ? "**A quick round: it shows that everything runs, and no figure in it means anything.**\n\n"
                        : "");
        table.append("Medians of ")
                .append(rounds)
                .append(" rounds; one core for the server, one for wrk, 16 connections.\n\n");
        table.append(
                "| server | requests per second | of hand-written | p99 ms | load at half | p99 ms at half | refused |\n");
        table.append("|---|---:|---:|---:|---:|---:|---:|\n");
        all.forEach((server, one) -> {
            table.append("| ").append(WORDS.get(server));
            cell(table, "%,.0f", median(one, Round::perSecond));
            cell(table, "%.2f", ofHand(one));
            cell(table, "%.2f", median(one, Round::p99Millis));
            cell(table, "%.2f", median(one, Round::shareAtHalf));
            cell(table, "%.2f", median(one, Round::p99MillisAtHalf));
            cell(table, "%.3f", median(one, Round::refused));
            table.append(" |\n");
        });
        return table.toString();
    }

    private static void cell(StringBuilder table, String format, double value) {
        table.append(" | ").append(String.format(Locale.ROOT, format, value));
    }

    /** Round by round: what else the machine did then bears on both. */
    private double ofHand(List<Round> server) {
        List<Round> hand = all.getOrDefault("hand", List.of());
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < Math.min(server.size(), hand.size()); i++) {
            ratios.add(server.get(i).perSecond / hand.get(i).perSecond);
        }
        return Figures.median(ratios);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Figures.median(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
