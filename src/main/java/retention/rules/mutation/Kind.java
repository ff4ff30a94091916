package retention.rules.mutation;

/** What a change does to a rule. */
public enum Kind {
    COMPARISON("another comparison"),
    THRESHOLD("another number"),
    WINDOW("another window"),
    WORD("another word"),
    TEXT("another text"),
    QUESTION("another question"),
    DROPPED("a condition less"),
    JOINT("and for or"),
    TURNED("turned around"),
    ACTION("another action"),
    WITHHELD("something else withheld"),
    SIGNAL("another signal"),
    SCORE("another score"),
    POINTS("other points"),
    WEIGHT("another weight");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether it changes when a rule speaks, and not what it says. */
    public boolean ofCondition() {
        return compareTo(ACTION) < 0;
    }
}
