package retention.advice;

/** A score in words; where one begins is set in {@code rules/scores.yaml}. */
public enum Level {
    /** Below {@code lowBelow}. */
    LOW,
    /** Between the two. */
    MEDIUM,
    /** From {@code highFrom} upwards. */
    HIGH
}
