package retention.backtest;

import java.util.List;

/** What customers are ranked by. The order of the constants is that of the tables. */
enum Measure {
    RISK_OF_LEAVING("risk of leaving", "risk of leaving", 1),
    TRUST("trust", "low trust", -1),
    SATISFACTION("satisfaction", "low satisfaction", -1),
    SWITCHING_COST("switching cost", "low switching cost", -1);

    /** In words. */
    final String words;

    /** What speaks for leaving, in words. */
    final String warning;

    private final int towardsLeaving;

    Measure(String words, String warning, int towardsLeaving) {
        this.words = words;
        this.warning = warning;
        this.towardsLeaving = towardsLeaving;
    }

    /** The numbers of these customers, 0 to 100. */
    int[] of(List<Scored> customers) {
        return customers.stream().mapToInt(this::of).toArray();
    }

    /** The same as numbers that are greater the more they speak for leaving. */
    double[] towardsLeaving(List<Scored> customers) {
        return customers.stream()
                .mapToDouble(customer -> (double) towardsLeaving * of(customer))
                .toArray();
    }

    private int of(Scored customer) {
        return switch (this) {
            case RISK_OF_LEAVING -> customer.riskOfLeaving();
            case TRUST -> customer.trust();
            case SATISFACTION -> customer.satisfaction();
            case SWITCHING_COST -> customer.switchingCost();
        };
    }
}
