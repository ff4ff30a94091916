package retention.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import retention.json.Json;

/** What was measured, by name, a figure for each round; as JSON and as a table. Not thread-safe. */
final class Figures {

    /** Behind the name of what allocates. */
    static final String ALLOCATED = " allocated";

    private static final double KILOBYTE = 1000;

    private final Map<String, Measured> all = new LinkedHashMap<>();

    private record Measured(String unit, List<Double> rounds) {}

    void add(String name, String unit, double value) {
        all.computeIfAbsent(name, none -> new Measured(unit, new ArrayList<>()))
                .rounds
                .add(value);
    }

    byte[] json() {
        var told = new LinkedHashMap<String, Object>();
        all.forEach((name, one) -> told.put(
                name, Map.of("unit", one.unit, "median", median(one.rounds), "rounds", List.copyOf(one.rounds))));
        return Json.pretty(told).getBytes(StandardCharsets.UTF_8);
    }

    String table(int cores, boolean quick, int rounds) {
        var table = new StringBuilder();
        table.append(
                quick
                        ? "**A quick round: it shows that everything runs, and no figure in it means anything.**\n\n"
                        : "");
        table.append("Medians of ")
                .append(rounds)
                .append(" rounds; JDK ")
                .append(Runtime.version().feature());
        table.append(", ").append(cores).append(" cores.\n\n");
        table.append(
                "| one core | per second | of hand-written | of plain Drools | KB allocated |\n|---|---:|---:|---:|---:|\n");
        compared(table, "facts to advice", "FactsBench");
        compared(table, "JSON to advice to JSON", "JsonBench");
        row(table, "JSON to facts, ours", "JsonBench.oursRead", "JsonBench.handRead", "");
        row(table, "JSON to facts, Jackson as it comes", "JsonBench.handRead", "", "");
        row(
                table,
                "facts to advice, explained in full",
                "FactsBench.oursExplained",
                "FactsBench.hand",
                "FactsBench.narrow");
        for (String rules : List.of("36", "360", "1008")) {
            row(table, "facts to advice, " + rules + " rules", "RuleCountBench.ours " + rules, "", "");
        }
        row(
                table,
                "facts to advice, rules that ask for facts of their own",
                "StyleBench.facts",
                "FactsBench.hand",
                "FactsBench.narrow");
        beyond(table);
        cores(table, cores);
        times(table);
        return table.toString();
    }

    private void compared(StringBuilder table, String what, String bench) {
        String hand = bench + ".hand";
        String narrow = bench + ".narrow";
        row(table, what + ", advisor", bench + ".ours", hand, narrow);
        row(table, what + ", hand-written", hand, "", narrow);
        row(table, what + ", plain Drools", narrow, hand, "");
    }

    private void row(StringBuilder table, String what, String name, String hand, String narrow) {
        if (all.containsKey(name)) {
            table.append("| ").append(what).append(" | ").append(number(median(name), 0));
            table.append(" | ")
                    .append(ratio(name, hand))
                    .append(" | ")
                    .append(ratio(name, narrow))
                    .append(" | ");
            String bytes = name + ALLOCATED;
            table.append(all.containsKey(bytes) ? number(median(bytes) / KILOBYTE, 1) : "")
                    .append(" |\n");
        }
    }

    private void beyond(StringBuilder table) {
        String all = "JsonBench.ours" + ALLOCATED;
        String read = "JsonBench.oursRead" + ALLOCATED;
        if (this.all.containsKey(all) && this.all.containsKey(read)) {
            table.append("\nBeyond reading the facts, ").append(number((median(all) - median(read)) / KILOBYTE, 1));
            table.append(" KB are allocated for each advice and its JSON.\n");
        }
    }

    private void cores(StringBuilder table, int cores) {
        table.append("\n| all cores | per second | of one core's, per core |\n|---|---:|---:|\n");
        parallel(table, "facts to advice", "FactsBench.ours on all cores", "FactsBench.ours", cores);
        parallel(table, "JSON to advice to JSON", "JsonBench.ours on all cores", "JsonBench.ours", cores);
        parallel(table, "`advise` over a file", "advise " + cores, "advise 1", cores);
    }

    private void parallel(StringBuilder table, String what, String many, String one, int cores) {
        if (all.containsKey(many) && all.containsKey(one)) {
            table.append("| ")
                    .append(what)
                    .append(" | ")
                    .append(number(median(many), 0))
                    .append(" | ");
            table.append(number(median(ratios(many, one)) / cores, 2)).append(" |\n");
        }
    }

    private void times(StringBuilder table) {
        table.append("\n| once | milliseconds |\n|---|---:|\n");
        time(table, "compile the rules, first time in a JVM", "CompileBench.cold", 1);
        time(table, "compile the rules, warm JVM", "CompileBench.warm", 1);
        time(table, "open the rules, compiled before", "CompileBench.cached", 1);
        time(table, "start of `serve` to first answer, nothing compiled", "start cold", KILOBYTE);
        time(table, "start of `serve` to first answer, rules compiled before", "start cached", KILOBYTE);
    }

    private void time(StringBuilder table, String what, String name, double factor) {
        if (all.containsKey(name)) {
            table.append("| ")
                    .append(what)
                    .append(" | ")
                    .append(number(median(name) * factor, 0))
                    .append(" |\n");
        }
    }

    private String ratio(String name, String of) {
        return all.containsKey(of) ? number(median(ratios(name, of)), 2) : "";
    }

    /** Of each round by itself: what else the machine did then bears on both. */
    private List<Double> ratios(String name, String of) {
        List<Double> above = rounds(name);
        List<Double> below = rounds(of);
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < Math.min(above.size(), below.size()); i++) {
            ratios.add(above.get(i) / below.get(i));
        }
        return ratios;
    }

    private double median(String name) {
        return median(rounds(name));
    }

    private List<Double> rounds(String name) {
        Measured one = all.get(name);
        return one == null ? List.of() : one.rounds;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
