package retention.http;

import static retention.http.Snapshots.point;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.Map;
import retention.log.Log;

/** What was counted, under the names that Prometheus gets. Used once. */
final class MetricsText {

    private final Metrics metrics;
    private final Observed observed;
    private final InService rules;
    private final MetricSnapshots.Builder all = MetricSnapshots.builder();

    MetricsText(Metrics metrics, Observed observed) {
        this.metrics = metrics;
        this.observed = observed;
        this.rules = observed.inService().get();
    }

    MetricSnapshots snapshots() {
        requests();
        queue();
        advice();
        rules();
        all.metricSnapshot(Snapshots.info("advisor_build", "Version of the program.", "version", observed.version()));
        counter("advisor_log_entries_dropped", "Entries of the log that nobody took in time.", Log.dropped());
        return all.build();
    }

    private void requests() {
        CounterSnapshot.Builder counts = CounterSnapshot.builder()
                .name("advisor_http_requests")
                .help("Requests that ended, by route, method and status; 499 when the caller left before the answer.");
        HistogramSnapshot.Builder latencies = HistogramSnapshot.builder()
                .name("advisor_http_request_duration_seconds")
                .help("How long requests took, from their headers to the last byte of the answer.");
        for (RequestCounts route : metrics.all()) {
            add(counts, route);
            latencies.dataPoint(Snapshots.of(route.latencies, Labels.of("route", route.route)));
        }
        all.metricSnapshot(counts.build()).metricSnapshot(latencies.build());
        gauge("advisor_http_requests_in_flight", "Requests that are being answered.", (double) metrics.inFlight.sum());
        by("advisor_stream_lines", "Lines of streams, by outcome.", "outcome", metrics.streamLines);
    }

    private static void add(CounterSnapshot.Builder counts, RequestCounts route) {
        for (int method = 0; method < RequestCounts.METHODS.size(); method++) {
            for (int i = 0; i < RequestCounts.STATUSES; i++) {
                int status = RequestCounts.LEAST_STATUS + i;
                long count = route.count(method, status);
                if (count > 0) {
                    String name = RequestCounts.METHODS.get(method);
                    counts.dataPoint(point(
                            count,
                            Labels.of("route", route.route, "method", name, "status", Integer.toString(status))));
                }
            }
        }
    }

    private void queue() {
        GaugeSnapshot.Builder waiting =
                GaugeSnapshot.builder().name("advisor_queue_length").help("Requests that wait for a thread, by lane.");
        CounterSnapshot.Builder shed = CounterSnapshot.builder()
                .name("advisor_queue_shed")
                .help("Requests sent away with 503, because too many waited or they waited too long, by lane.");
        HistogramSnapshot.Builder waits = HistogramSnapshot.builder()
                .name("advisor_queue_wait_seconds")
                .help("How long requests waited for a thread, by lane.");
        metrics.lanes.named().forEach((name, lane) -> {
            Labels labels = Labels.of("lane", name);
            waiting.dataPoint(Snapshots.now(lane.waiting(), labels));
            shed.dataPoint(point(lane.refused(), labels));
            waits.dataPoint(Snapshots.of(lane.waits(), labels));
        });
        all.metricSnapshot(waiting.build()).metricSnapshot(shed.build()).metricSnapshot(waits.build());
    }

    private void advice() {
        AdviceCounts counts = metrics.advice;
        by("advisor_advice", "Advice given: with actions, the fallback alone, or nothing.", "outcome", counts.outcomes);
        CounterSnapshot.Builder actions = CounterSnapshot.builder()
                .name("advisor_actions_advised")
                .help("Actions advised, by the strategy that recommended them; none for way out and fallback.");
        counts.actionsByStrategy.forEach((strategy, tally) -> tally.counts()
                .forEach((action, count) ->
                        actions.dataPoint(point(count, Labels.of("action", action, "strategy", strategy)))));
        all.metricSnapshot(actions.build());
        by("advisor_actions_blocked", "Actions that a guardrail stopped.", "guardrail", counts.blockedByGuardrail);
        by("advisor_actions_withheld", "Actions that a rule withheld.", "action", counts.withheldByAction);
        by(
                "advisor_actions_beaten",
                "Actions that cost too much or that others took the place of.",
                "reason",
                counts.beatenByReason);
        by(
                "advisor_holdouts",
                "Advice from which chance kept something, to see what it does.",
                "holdout",
                counts.heldOut);
        counts.firedByRule.keep(rules.rules());
        by(
                "advisor_rule_firings",
                "Decisions in which a rule of the serving revision spoke.",
                "rule",
                counts.firedByRule);
    }

    private void rules() {
        all.metricSnapshot(CounterSnapshot.builder()
                .name("advisor_rule_reloads")
                .help("Changes of the rule folder since the start: good ones serve, bad ones do not.")
                .dataPoint(point(rules.reloads(), Labels.of("result", "good")))
                .dataPoint(point(rules.refused(), Labels.of("result", "bad")))
                .build());
        gauge("advisor_last_rule_reload_duration_seconds", "How long the last reload took.", rules.lastSeconds());
        all.metricSnapshot(Snapshots.info("advisor_rules", "Revision that serves.", "revision", rules.revision()));
        gauge("advisor_rules_serving", "Rules that serve.", rules.rules().size());
        gauge(
                "advisor_rules_rejected",
                "1 when the rule folder holds what cannot serve, so that older rules go on.",
                rules.rejected() ? 1 : 0);
        gauge(
                "advisor_rules_serving_since_timestamp_seconds",
                "When these rules began to serve.",
                seconds(rules.since()));
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    private void gauge(String name, String help, double value) {
        all.metricSnapshot(Snapshots.gauge(name, help, value));
    }

    private void counter(String name, String help, long value) {
        all.metricSnapshot(Snapshots.counter(name, help, value));
    }

    private void by(String name, String help, String label, Tally tally) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        for (Map.Entry<String, Long> count : tally.counts().entrySet()) {
            counter.dataPoint(point(count.getValue(), Labels.of(label, count.getKey())));
        }
        all.metricSnapshot(counter.build());
    }
}
