package retention.http;

import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** What the JVM tells of itself: memory, garbage collection, threads, classes, processor time. Thread-safe. */
final class JvmText {

    private final PrometheusRegistry registry = new PrometheusRegistry();

    JvmText() {
        JvmMetrics.builder().register(registry);
    }

    MetricSnapshots snapshots() {
        return registry.scrape();
    }
}
