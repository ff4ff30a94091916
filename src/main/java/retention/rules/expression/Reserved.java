package retention.rules.expression;

/** Words that have a meaning in conditions, so that no field can have them for a name. */
public final class Reserved {

    private Reserved() {}

    /** Whether a word is one of them. */
    public static boolean word(String name) {
        return Operators.NAMED.contains(name)
                || Values.FIXED.contains(name)
                || name.equals("str")
                || name.equals("not")
                || Foreign.sentence(name) != null;
    }
}
