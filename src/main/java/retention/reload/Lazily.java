package retention.reload;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when somebody asks for it, once. Thread-safe. */
final class Lazily<T> implements Supplier<T> {

    private final Supplier<T> make;
    private volatile @Nullable T made;

    Lazily(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T there = made;
        return there == null ? first() : there;
    }

    private synchronized T first() {
        T there = made;
        if (there == null) {
            there = make.get();
            made = there;
        }
        return there;
    }
}
