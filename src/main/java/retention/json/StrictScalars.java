package retention.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Dates and numbers without the liberties that the library takes by default. */
final class StrictScalars {

    private StrictScalars() {}

    /** Only {@code yyyy-mm-dd}, and only days that exist. */
    static final class Day extends StdScalarDeserializer<LocalDate> {

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            return day(parser);
        }
    }

    /** The day that stands where the parser is. */
    static LocalDate day(JsonParser parser) {
        String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        if (!written(text)) {
            throw new Refused(parser, Problems.DATE);
        }
        try {
            return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        } catch (DateTimeException wrong) {
            throw new Refused(parser, Problems.DATE);
        }
    }

    /** The library also takes years of ten digits, whose distance in days no whole number holds. */
    private static boolean written(String text) {
        boolean day = text.length() == 10;
        for (int i = 0; day && i < 10; i++) {
            char sign = text.charAt(i);
            boolean dash = i == 4 || i == 7;
            day = dash ? sign == '-' : (sign >= '0' && sign <= '9');
        }
        return day;
    }

    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = (number * 10) + (digits.charAt(i) - '0');
        }
        return number;
    }

    /** No number so large that it would become infinite. */
    static final class Amount extends StdScalarDeserializer<Double> {
        Amount() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isNumeric()) {
                throw new Refused(parser, "must be a number");
            }
            double value = parser.getDoubleValue();
            if (Double.isInfinite(value)) {
                throw new Refused(parser, "is a number too large");
            }
            return value;
        }
    }
}
