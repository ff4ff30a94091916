package retention.advice;

/** The three scores of a customer. */
public record Scores(Score trust, Score satisfaction, Score switchingCost) {}
