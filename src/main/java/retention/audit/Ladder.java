package retention.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The days since which a customer could have been one, from the latest to the earliest: each is a longer tenure. */
final class Ladder {

    private static final int MONTH = 30;
    private static final List<Integer> YEARS = List.of(1, 2, 5, 10);

    private Ladder() {}

    /**
     * The customer's own day and some earlier ones; today; and around each number of {@code months} the last day on which it
     * is not reached, the first on which it is, and a month more.
     */
    static List<LocalDate> of(LocalDate asOf, @Nullable LocalDate since, Iterable<Integer> months) {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(asOf);
        for (int month : months) {
            LocalDate reached = asOf.minusMonths(month);
            days.add(reached.plusDays(1));
            days.add(reached);
            days.add(asOf.minusMonths(month + 1L));
        }
        LocalDate own = since == null ? asOf : since;
        days.add(own);
        days.add(own.minusDays(MONTH));
        YEARS.forEach(year -> days.add(own.minusYears(year)));
        days.removeIf(day -> day.isAfter(asOf));
        return new TreeSet<>(days).descendingSet().stream().toList();
    }
}
