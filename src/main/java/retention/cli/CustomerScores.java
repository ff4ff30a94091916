package retention.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retention.advice.Advice;
import retention.backtest.Scored;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.sql.CustomerRow;
import retention.sql.RowError;

/** The scores of rows of customers, decided on all cores, in the order of the rows. For one thread. */
final class CustomerScores {

    private static final int ROWS_AT_ONCE = 4_096;

    private record Decided(
            long row, @Nullable Scored scored, @Nullable RowError error) {}

    private final Function<Customer, Advice> advise;
    private final Collection<String> without;
    private final LocalDate today;
    private final Consumer<RowError> errors;
    private final Progress progress;
    private final List<CustomerRow> waiting = new ArrayList<>();
    private final Map<String, Long> rowOf = new HashMap<>();
    private final List<Scored> scored = new ArrayList<>();
    private int refused;

    /** Leaves out the facts in {@code without}; reports rows that cannot be decided to {@code errors}. */
    CustomerScores(
            Function<Customer, Advice> advise,
            Collection<String> without,
            LocalDate today,
            Consumer<RowError> errors,
            Progress progress) {
        this.advise = advise;
        this.without = without;
        this.today = today;
        this.errors = errors;
        this.progress = progress;
    }

    /** Takes one more row. */
    void add(CustomerRow row) {
        waiting.add(row);
        if (waiting.size() == ROWS_AT_ONCE) {
            decide();
        }
    }

    /** The scores of all rows that were taken and could be decided. */
    List<Scored> all() {
        decide();
        progress.done();
        return List.copyOf(scored);
    }

    /** Rows left out so far. */
    int refused() {
        return refused;
    }

    private void decide() {
        waiting.parallelStream().map(this::decided).toList().forEach(this::keep);
        progress.add(waiting.size());
        waiting.clear();
    }

    private Decided decided(CustomerRow row) {
        try {
            Scored scores = Scored.of(advise.apply(row.customer(without, today)));
            return new Decided(row.number(), scores, null);
        } catch (BadRequest unreadable) {
            return refused(row, unreadable.path(), unreadable.problem());
        } catch (IllegalStateException failed) { // a rule; the message names it
            return refused(row, "", String.valueOf(failed.getMessage()));
        } catch (RuntimeException | StackOverflowError unexpected) {
            return refused(
                    row,
                    "",
                    "no advice could be given: " + unexpected.getClass().getSimpleName());
        }
    }

    private static Decided refused(CustomerRow row, String path, String problem) {
        return new Decided(row.number(), null, new RowError(row.number(), path, problem));
    }

    private void keep(Decided decided) {
        if (decided.scored == null) {
            refuse(decided.error);
            return;
        }
        Long before = rowOf.putIfAbsent(decided.scored.customer(), decided.row);
        if (before == null) {
            scored.add(decided.scored);
        } else {
            refuse(new RowError(decided.row, "id", "is that of row " + before + ", too"));
        }
    }

    private void refuse(@Nullable RowError error) {
        if (error != null) {
            errors.accept(error);
            refused++;
        }
    }
}
