package retention.http;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import retention.json.ProblemDetail;

/**
 * Answers with all metrics as Prometheus reads them, by a thread of its own: neither busy workers nor waiting requests keep it
 * from answering. What it needs is loaded when somebody first asks, so that no start waits for it.
 */
final class MetricsPage implements HttpHandler {

    private static final int MOST_ASKING = 4;
    private static final int SECONDS_IDLE = 60;

    private final Metrics metrics;
    private final Observed observed;
    private final Semaphore asking = new Semaphore(MOST_ASKING);
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, SECONDS_IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), MetricsPage::thread);

    MetricsPage(Metrics metrics, Observed observed) {
        this.metrics = metrics;
        this.observed = observed;
        this.thread.allowCoreThreadTimeOut(true);
    }

    /** One registry for the process: the JVM is one. */
    private static final class Loaded {
        private static final JvmText JVM = new JvmText();
        private static final PrometheusTextFormatWriter WRITER =
                PrometheusTextFormatWriter.builder().build();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (!asking.tryAcquire()) {
            Answer.hangUp(exchange, ProblemDetail.busy("others are reading the metrics; try again"));
            return;
        }
        exchange.dispatch(thread, this::answer);
    }

    private void answer(HttpServerExchange exchange) throws IOException {
        try {
            Answer.send(exchange, PrometheusTextFormatWriter.CONTENT_TYPE, text());
        } finally {
            asking.release();
        }
    }

    private byte[] text() throws IOException {
        var bytes = new ByteArrayOutputStream();
        Loaded.WRITER.write(bytes, new MetricsText(metrics, observed).snapshots());
        Loaded.WRITER.write(bytes, Loaded.JVM.snapshots());
        return bytes.toByteArray();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "metrics");
        thread.setDaemon(true);
        return thread;
    }
}
