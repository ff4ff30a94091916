package retention.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The day a decision is made for. All facts of one customer share one object, so that every age counts from the same
 * day; the reader of the JSON sets it once, when it meets {@code asOf}, before anybody else sees the customer.
 */
public final class AsOf {

    private LocalDate day;

    /** The same as a number: every rule about days asks for it. */
    private long number;

    /** Starts with the day to use when the JSON names none. */
    public AsOf(LocalDate day) {
        this.day = day;
        this.number = day.toEpochDay();
    }

    /** Moves every age of this customer to another day; for the reader of the JSON only. */
    public AsOf set(LocalDate named) {
        this.day = named;
        this.number = named.toEpochDay();
        return this;
    }

    /** The day itself. */
    public LocalDate day() {
        return day;
    }

    /** Whole days from {@code date} to this day, negative when it lies ahead; null when the date is not known. */
    public @Nullable Integer daysSince(@Nullable LocalDate date) {
        return date == null ? null : Math.toIntExact(number - date.toEpochDay());
    }

    /** Whole days from this day to {@code date}, negative when it has passed; null when the date is not known. */
    public @Nullable Integer daysUntil(@Nullable LocalDate date) {
        return date == null ? null : Math.toIntExact(date.toEpochDay() - number);
    }

    /** Whether it lies on this day or before: what lies ahead has not happened yet, even if a system has its date. */
    public boolean happened(@Nullable LocalDate date) {
        return date != null && !date.isAfter(day);
    }

    /** Whole months from {@code date} to this day; null when the date is not known or lies ahead. */
    public @Nullable Integer monthsSince(@Nullable LocalDate date) {
        return date == null || date.isAfter(day) ? null : Math.toIntExact(ChronoUnit.MONTHS.between(date, day));
    }

    @Override
    public String toString() {
        return day.toString();
    }
}
