package retention.rules;

import java.math.BigDecimal;

/** One of the values at a threshold or beside it, where a mistake of one would show. */
public record Spot(Threshold threshold, Where where) implements Aim {

    /** Where it lies. */
    public enum Where {
        /** Of numbers that are compared: less than the threshold. */
        BELOW,
        /** Of numbers that are compared: the threshold itself. */
        AT,
        /** Of numbers that are compared: more than the threshold. */
        ABOVE,
        /** Of numbers in a question: its answer would be another one with one less. */
        ONE_LESS,
        /** Of numbers in a question: its answer would be another one with one more. */
        ONE_MORE
    }

    /** The value at it. */
    BigDecimal value() {
        BigDecimal number = threshold.number();
        return switch (where) {
            case BELOW, ONE_LESS -> number.subtract(number.ulp());
            case AT -> number;
            case ABOVE, ONE_MORE -> number.add(number.ulp());
        };
    }

    @Override
    public String owner() {
        return threshold.rule();
    }

    @Override
    public String file() {
        return threshold.file();
    }

    @Override
    public int line() {
        return threshold.line();
    }

    @Override
    public int column() {
        return threshold.column();
    }

    @Override
    public String place() {
        return threshold.place();
    }

    /** One, or a tenth of one where the threshold has tenths. */
    @Override
    public double reach() {
        return where == Where.AT ? 0 : threshold.number().ulp().doubleValue();
    }

    @Override
    public String sentence() {
        return switch (where) {
            case BELOW -> "just below the threshold of \"" + threshold.text() + "\"";
            case AT -> "at the threshold of \"" + threshold.text() + "\"";
            case ABOVE -> "just above the threshold of \"" + threshold.text() + "\"";
            case ONE_LESS, ONE_MORE ->
                "\"" + threshold.text() + "\" would be answered otherwise with " + value().toPlainString();
        };
    }
}
