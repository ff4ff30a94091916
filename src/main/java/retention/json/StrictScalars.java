package retention.json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Dates and numbers without the liberties that the library takes by default. */
final class StrictScalars {

    private StrictScalars() {}

    /** Only {@code yyyy-mm-dd}, and only days that exist. */
    static final class Day extends StdScalarDeserializer<LocalDate> {
        /** The library also takes years of ten digits, whose distance in days no whole number holds. */
        private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            try {
                if (parser.currentToken() == JsonToken.VALUE_STRING
                        && FORM.matcher(parser.getString()).matches()) {
                    return LocalDate.parse(parser.getString());
                }
            } catch (DateTimeParseException wrong) {
                throw new Refused(parser, Problems.DATE);
            }
            throw new Refused(parser, Problems.DATE);
        }
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
