package retention.http;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request, as those see it who count it and log it. Written by the thread that works on the request. */
final class Call implements ExchangeCompletionListener {

    private static final AttachmentKey<Call> KEY = AttachmentKey.create(Call.class);

    final Trace trace;
    final long begun = System.nanoTime();
    private final Seen seen;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable String key;

    private Call(Trace trace, Seen seen) {
        this.trace = trace;
        this.seen = seen;
    }

    static void begin(HttpServerExchange exchange, Trace trace, Seen seen) {
        var call = new Call(trace, seen);
        exchange.putAttachment(KEY, call);
        exchange.addExchangeCompleteListener(call);
    }

    /** The id of the trace that a request belongs to; null when nobody looks at this request. */
    static @Nullable String trace(HttpServerExchange exchange) {
        Call call = exchange.getAttachment(KEY);
        return call == null ? null : call.trace.id();
    }

    /** Notes the name of the key that the caller has shown. */
    static void shown(HttpServerExchange exchange, String key) {
        Call call = exchange.getAttachment(KEY);
        if (call != null) {
            call.key = key;
        }
    }

    @Nullable
    String key() {
        return key;
    }

    /** Undertow may say twice that a request ended; it counts once. */
    @Override
    public void exchangeEvent(HttpServerExchange exchange, NextListener next) {
        try {
            if (ended.compareAndSet(false, true)) {
                seen.ended(exchange, this, System.nanoTime() - begun);
            }
        } finally {
            next.proceed();
        }
    }
}
