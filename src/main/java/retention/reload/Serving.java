package retention.reload;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import retention.json.CustomerSchema;
import retention.rules.RuleBook;
import retention.rules.RuleSources;

/** A rule book in force, and how many decide by it just now; when the last one leaves a book out of force, it is closed. Thread-safe. */
final class Serving {

    private final RuleBook book;
    private final RuleSources sources;
    private final Instant since;
    private final Lazily<String> schema;

    /** One of them stands for being in force. */
    private final AtomicInteger users = new AtomicInteger(1);

    Serving(RuleBook book, RuleSources sources, Instant since) {
        this.book = book;
        this.sources = sources;
        this.since = since;
        this.schema = new Lazily<>(() -> CustomerSchema.of(book.declared()));
    }

    /** Takes part; false when the book has been closed, so that another one is in force. */
    boolean enter() {
        int now = users.get();
        while (now > 0) {
            if (users.compareAndSet(now, now + 1)) {
                return true;
            }
            now = users.get();
        }
        return false;
    }

    /** Ends what {@link #enter} began; once more for the book that goes out of force. */
    void leave() {
        if (users.decrementAndGet() == 0) {
            book.close();
        }
    }

    RuleBook book() {
        return book;
    }

    RuleSources sources() {
        return sources;
    }

    Instant since() {
        return since;
    }

    String schema() {
        return schema.get();
    }
}
