package retention.backtest;

import retention.advice.Advice;

/** What is kept of an advice: the customer's id and four numbers, each from 0 to 100. */
public record Scored(String customer, int riskOfLeaving, int trust, int satisfaction, int switchingCost) {

    /** The numbers of one advice. */
    public static Scored of(Advice advice) {
        var scores = advice.scores();
        return new Scored(
                advice.customer(),
                advice.riskOfLeaving(),
                scores.trust().value(),
                scores.satisfaction().value(),
                scores.switchingCost().value());
    }
}
