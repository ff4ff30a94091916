package retention.advice;

/** The three scales of {@code rules/scores.yaml}. */
public record Scales(Scale trust, Scale satisfaction, Scale switchingCost) {}
