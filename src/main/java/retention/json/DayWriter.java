package retention.json;

import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a day as {@code yyyy-mm-dd} without making a text of it first: customers are full of days. */
final class DayWriter extends StdSerializer<LocalDate> {

    private static final int LAST_YEAR = 9999;
    private static final int TEN = 10;

    DayWriter() {
        super(LocalDate.class);
    }

    @Override
    public void serialize(LocalDate day, JsonGenerator json, SerializationContext context) {
        if (day.getYear() < 0 || day.getYear() > LAST_YEAR) {
            json.writeString(day.toString());
            return;
        }
        var signs = new char[] {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
        put(day.getYear(), signs, 3);
        put(day.getMonthValue(), signs, 6);
        put(day.getDayOfMonth(), signs, 9);
        json.writeString(signs, 0, signs.length);
    }

    private static void put(int number, char[] signs, int last) {
        int at = last;
        for (int rest = number; rest > 0; rest /= TEN) {
            signs[at--] = (char) ('0' + rest % TEN);
        }
    }
}
