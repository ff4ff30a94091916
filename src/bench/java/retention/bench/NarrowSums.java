package retention.bench;

/** The sums of the three scores, as the rules of {@code narrow.drl} call them. */
public final class NarrowSums {

    private NarrowSums() {}

    /** The lesser of two. */
    public static int min(int one, int other) {
        return Math.min(one, other);
    }

    /** The trust score. */
    public static int trust(Narrow.Customer c, long breaches, long mended, long late, long pending) {
        int years = Math.min(c.tenureMonths() / 12, 10);
        return held(70 + 2 * years - 25 * breaches - 10 * mended - 6 * Math.min(late, 5) - 8 * pending);
    }

    /** The satisfaction score. */
    public static int sat(
            long marks,
            long marksSum,
            long answers,
            long answersSum,
            long detractor,
            long repeated,
            long defects,
            long slow,
            long open,
            long late,
            long errors) {
        return held(60
                + (marks > 0 ? 10 * marksSum / marks - 30 : 0)
                + (answers > 0 ? 8 * answersSum / answers - 24 : 0)
                - 20 * detractor
                - 7 * repeated
                - 5 * defects
                - 5 * slow
                - 10 * open
                - 4 * Math.min(late, 5)
                - 2 * errors);
    }

    /** The switching cost. */
    public static int sw(Narrow.Customer c, long price, long low) {
        int tier = c.tier().equals("silver")
                ? 5
                : c.tier().equals("gold") ? 12 : c.tier().equals("platinum") ? 20 : 0;
        return held(10
                + 2 * Math.min(c.contractMonthsLeft(), 24)
                + (c.autopay() ? 10 : 0)
                + tier
                + Math.min(c.loyaltyPoints() / 500, 10)
                + 2 * Math.min(c.referrals(), 5)
                + Math.min(c.tenureMonths() / 12, 10)
                - 15 * price
                - 10 * low);
    }

    private static int held(long sum) {
        return (int) Math.max(0, Math.min(100, sum));
    }
}
