package retention.rules.expression;

/** A word, number, text or sign of a condition. {@code at} is its offset, {@code end} the one behind it. */
record Token(Kind kind, String text, int at, int end) {

    enum Kind {
        NAME,
        NUMBER,
        DATE,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }

    /** As messages show it. */
    String shown() {
        return kind == Kind.TEXT ? "\"" + text + "\"" : text;
    }
}
