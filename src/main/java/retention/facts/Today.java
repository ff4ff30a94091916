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
        return !date.isBefore(day(first)) && !date.isAfter(day(last));
    }

    /** Rules write days as 2026-12-01; whatever else they write is left to the library. */
    private static LocalDate day(String written) {
        if (written.length() != 10 || written.charAt(4) != '-' || written.charAt(7) != '-') {
            return LocalDate.parse(written);
        }
        int year = number(written, 0, 4);
        int month = number(written, 5, 7);
        int day = number(written, 8, 10);
        return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28
                ? LocalDate.of(year, month, day)
                : LocalDate.parse(written);
    }

    /** Negative when there is anything but a digit. */
    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
