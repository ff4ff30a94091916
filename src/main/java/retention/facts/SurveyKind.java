package retention.facts;

/** What was asked, with the scale of its answer. */
public enum SurveyKind {
    /** Satisfaction, 1 to 5. */
    CSAT(1, 5),
    /** Would you recommend us, 0 to 10. */
    NPS(0, 10),
    /** Effort, 1 (easy) to 7 (hard). */
    CES(1, 7),
    /** A public review, 1 to 5 stars. */
    STARS(1, 5);

    private final int least;
    private final int most;

    SurveyKind(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The lowest answer there is. */
    public int least() {
        return least;
    }

    /** The highest answer there is. */
    public int most() {
        return most;
    }
}
