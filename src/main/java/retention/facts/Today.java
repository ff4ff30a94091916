package retention.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The calendar of the day the decision is made for, so that campaigns begin and end by {@code asOf}. */
@About("The calendar of the day the decision is made for.")
public record Today(@About("the day") LocalDate date) {

    @About(value = "month, 1 to 12", least = 1, most = 12)
    public int month() {
        return date.getMonthValue();
    }

    @About(value = "day of the month, 1 to 31", least = 1, most = 31)
    public int dayOfMonth() {
        return date.getDayOfMonth();
    }

    @About("weekday, as in DayOfWeek.MONDAY")
    public DayOfWeek weekday() {
        return date.getDayOfWeek();
    }

    /** Both days count. Throws DateTimeParseException for a day that does not exist, so such a rule fails to load. */
    @About("yes from the first to the last of two days, as in between(\"2026-12-01\", \"2026-12-24\")")
    public boolean between(String first, String last) {
        return !date.isBefore(LocalDate.parse(first)) && !date.isAfter(LocalDate.parse(last));
    }
}
