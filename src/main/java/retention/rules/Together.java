package retention.rules;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Does the same with many things, as many at a time as there are processors.
 *
 * <p>On threads of its own: the compiler of rules hands parts of its work to the pool that parallel streams share, and
 * waits for them. Two of its users in that pool can wait for each other for ever.
 */
final class Together {

    private Together() {}

    /** The results in the order of the things. What one of them throws is thrown as it is. */
    static <T, R> List<R> each(List<T> things, Function<T, R> work) {
        if (things.size() < 2) {
            return things.stream().map(work).toList();
        }
        int threads = Math.min(things.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, Together::thread);
        try {
            List<CompletableFuture<R>> begun = things.stream()
                    .map(thing -> CompletableFuture.supplyAsync(() -> work.apply(thing), pool))
                    .toList();
            return begun.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException thrown) {
            throw asItIs(thrown);
        } finally {
            pool.shutdownNow();
        }
    }

    private static RuntimeException asItIs(CompletionException thrown) {
        if (thrown.getCause() instanceof Error error) {
            throw error;
        }
        return thrown.getCause() instanceof RuntimeException cause ? cause : thrown;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "rules");
        thread.setDaemon(true);
        return thread;
    }
}
