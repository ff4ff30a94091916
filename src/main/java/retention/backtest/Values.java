package retention.backtest;

import java.math.BigDecimal;

/** What a value of an outcome can be read as. */
final class Values {

    private Values() {}

    /** Whether it is 0, 1, true or false. */
    static boolean isTruth(String value) {
        return isWord(value) || (isNumber(value) && (number(value) == 0 || number(value) == 1));
    }

    /** Whether it is 1 or true. */
    static boolean truth(String value) {
        return isWord(value) ? Boolean.parseBoolean(value) : number(value) == 1;
    }

    /** Whether it is a number in figures. */
    static boolean isNumber(String value) {
        try {
            new BigDecimal(value);
            return true;
        } catch (NumberFormatException text) {
            return false;
        }
    }

    /** The number. Throws NumberFormatException for a text. */
    static double number(String value) {
        return new BigDecimal(value).doubleValue();
    }

    private static boolean isWord(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }
}
