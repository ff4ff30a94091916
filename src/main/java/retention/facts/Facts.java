package retention.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list of facts that answers the questions rules ask. Questions chain ({@code orders.late(3).inLast(90).count}), each
 * keeping a part of the list. A list that nobody sent is unknown: its {@code count} is null, and neither {@code any}
 * nor {@code none} holds. Immutable.
 *
 * @param <T> the fact
 * @param <S> the list itself, so that a question gives back a list of the same kind
 */
public abstract class Facts<T extends Dated, S extends Facts<T, S>> implements Iterable<T> {

    private static final int UNKNOWN = -1;

    private final @Nullable List<T> items;

    /** Beside the list, which most questions then need not look at. */
    private final int size;

    Facts(@Nullable List<T> items) {
        this.items = items == null ? null : List.copyOf(items);
        this.size = items == null ? UNKNOWN : items.size();
    }

    /** The same kind of list with other items. */
    abstract S of(@Nullable List<T> items);

    /** The items for which the question is answered with yes; "not known" is not yes. What keeps all is the list itself. */
    final S where(Predicate<T> question) {
        if (items == null) {
            return self();
        }
        T first = null;
        List<T> more = null; // seldom: most questions keep one at most
        int kept = 0;
        for (int i = 0; i < size; i++) {
            T item = items.get(i);
            if (!question.test(item)) {
                continue;
            }
            kept++;
            if (first == null) {
                first = item;
            } else {
                more = more == null ? new ArrayList<>(List.of(first)) : more;
                more.add(item);
            }
        }
        if (kept == size) {
            return self();
        }
        return of(more != null ? more : first != null ? List.of(first) : List.of());
    }

    @SuppressWarnings("unchecked") // every list gives back its own kind
    private S self() {
        return (S) this;
    }

    /** Whether there is nothing to ask: most lists of most customers are so, and asked very often. */
    private boolean nothing() {
        return size <= 0;
    }

    /** The items whose yes-or-no answer is a known yes. */
    final S whereTrue(Function<T, @Nullable Boolean> question) {
        return nothing() ? self() : where(item -> Boolean.TRUE.equals(question.apply(item)));
    }

    /** The items whose number is known and at least {@code least}. */
    final S whereAtLeast(int least, Function<T, @Nullable Integer> number) {
        return nothing()
                ? self()
                : where(item -> {
                    Integer known = number.apply(item);
                    return known != null && known >= least;
                });
    }

    /** The items whose number is known and at most {@code most}. */
    final S whereAtMost(int most, Function<T, @Nullable Integer> number) {
        return nothing()
                ? self()
                : where(item -> {
                    Integer known = number.apply(item);
                    return known != null && known <= most;
                });
    }

    @About("those of the last so many days, today included")
    public final S inLast(int days) {
        return nothing()
                ? self()
                : where(item -> {
                    Integer age = item.daysAgo();
                    return age != null && age >= 0 && age <= days;
                });
    }

    @About("those older than so many days")
    public final S olderThan(int days) {
        return nothing()
                ? self()
                : where(item -> {
                    Integer age = item.daysAgo();
                    return age != null && age > days;
                });
    }

    @About(value = "how many; not known when the list was not sent", least = 0)
    public final @Nullable Integer count() {
        return size == UNKNOWN ? null : size;
    }

    @About("yes when there is at least one")
    public final boolean any() {
        return size > 0;
    }

    @About("yes when the list was sent and holds none")
    public final boolean none() {
        return size == 0;
    }

    @About("yes when the list was sent, even if it is empty")
    public final boolean known() {
        return size != UNKNOWN;
    }

    /** What lies ahead or has no day is never the most recent; of one day, the last in the list is. */
    @About("the most recent one, if any has a day")
    public final @Nullable T latest() {
        T latest = null;
        int youngest = Integer.MAX_VALUE;
        for (T item : this) {
            Integer age = item.daysAgo();
            if (age != null && age >= 0 && age <= youngest) {
                latest = item;
                youngest = age;
            }
        }
        return latest;
    }

    @About(value = "days since the most recent one", least = 0)
    public final @Nullable Integer daysSinceLatest() {
        T newest = latest();
        return newest == null ? null : newest.daysAgo();
    }

    @Override
    public final Iterator<T> iterator() {
        return items == null ? Collections.emptyIterator() : items.iterator();
    }

    final @Nullable Integer largest(Function<T, @Nullable Integer> number) {
        Integer largest = null;
        for (T item : this) {
            Integer value = number.apply(item);
            if (value != null && (largest == null || value > largest)) {
                largest = value;
            }
        }
        return largest;
    }

    /** All known numbers together; null when there is none. */
    final @Nullable Integer total(Function<T, @Nullable Integer> number) {
        Integer total = null;
        for (T item : this) {
            Integer value = number.apply(item);
            if (value != null) {
                total = total == null ? value : Integer.valueOf(total + value);
            }
        }
        return total;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Facts<?, ?> that && getClass() == that.getClass() && Objects.equals(items, that.items);
    }

    @Override
    public final int hashCode() {
        return Objects.hashCode(items);
    }

    @Override
    public final String toString() {
        return items == null ? "not known" : items.toString();
    }
}
