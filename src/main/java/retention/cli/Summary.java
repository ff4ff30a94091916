package retention.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.WithheldAction;

/** Counts what many customers are advised, for two tables that people read. Thread-safe. */
final class Summary {

    private static final int BANDS = 5;
    private static final int BAND = 20;

    private record Line(String strategy, String code, String title) {}

    private final Map<Line, LongAdder> actions = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> withheld = new ConcurrentHashMap<>();
    private final Map<String, AtomicLongArray> scores = new ConcurrentHashMap<>();
    private final LongAdder customers = new LongAdder();

    /** Counts one advice and gives it back. */
    Advice add(Advice advice) {
        customers.increment();
        advice.actions().forEach(action -> count(action, Objects.requireNonNull(action.strategy())));
        if (advice.wayOut() != null) {
            count(advice.wayOut(), "way out");
        }
        if (advice.fallback() != null) {
            count(advice.fallback(), "fallback");
        }
        advice.withheld().forEach(this::count);
        band("1 trust", advice, a -> a.scores().trust().value());
        band("2 satisfaction", advice, a -> a.scores().satisfaction().value());
        band("3 switching cost", advice, a -> a.scores().switchingCost().value());
        band("4 risk of leaving", advice, Advice::riskOfLeaving);
        return advice;
    }

    /** Prints both tables in Markdown. */
    void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%,d customers%n%n", customers.sum());
        out.println("| strategy | action | customers | share |");
        out.println("|---|---|---:|---:|");
        actions.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Line, LongAdder> e) -> e.getKey().strategy())
                        .thenComparing(e -> -e.getValue().sum())
                        .thenComparing(e -> e.getKey().code()))
                .forEach(
                        e -> row(out, e.getKey().strategy() + " | " + e.getKey().title(), e.getValue()));
        new TreeMap<>(withheld).forEach((why, count) -> row(out, "withheld | " + why, count));
        out.println();
        out.println("| score | 0-19 | 20-39 | 40-59 | 60-79 | 80-100 |");
        out.println("|---|---:|---:|---:|---:|---:|");
        new TreeMap<>(scores)
                .forEach((name, bands) ->
                        out.println("| " + name.substring(2) + " | " + String.join(" | ", counts(bands)) + " |"));
        out.flush();
    }

    private void count(AdvisedAction action, String strategy) {
        actions.computeIfAbsent(new Line(strategy, action.code(), action.title()), line -> new LongAdder())
                .increment();
    }

    private void count(WithheldAction action) {
        withheld.computeIfAbsent(by(action), why -> new LongAdder()).increment();
    }

    private static String by(WithheldAction action) {
        return switch (action.stop()) {
            case WITHHELD -> "by a rule";
            case BLOCKED -> "by guardrail " + action.guardrail();
            case TOO_COSTLY -> "it costs more than it brings";
            case OUTRANKED -> "something better goes before";
        };
    }

    private void band(String name, Advice advice, ToIntFunction<Advice> value) {
        scores.computeIfAbsent(name, key -> new AtomicLongArray(BANDS))
                .incrementAndGet(Math.min(BANDS - 1, value.applyAsInt(advice) / BAND));
    }

    private void row(PrintWriter out, String what, LongAdder count) {
        out.printf(Locale.ROOT, "| %s | %,d | %.1f %% |%n", what, count.sum(), 100.0 * count.sum() / customers.sum());
    }

    private static List<String> counts(AtomicLongArray bands) {
        var counts = new ArrayList<String>();
        for (int i = 0; i < bands.length(); i++) {
            counts.add(String.format(Locale.ROOT, "%,d", bands.get(i)));
        }
        return counts;
    }
}
