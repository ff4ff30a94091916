package retention.advice;

/**
 * What an action is worth for one customer, and how it comes to its place. Money in the company's currency.
 *
 * @param propensity how likely it works, from 0 to 1
 * @param value what it is worth when it works, scaled by the customer's lifetime value
 * @param expectedValue propensity times value
 * @param expectedCost its cost, with the usual share of what an agent may spend
 * @param contextWeight how much more or less it counts for this customer; a rule may say so
 * @param lever how far the company pushes it or holds it back
 * @param priority expected value times context weight times lever: the greater goes first among actions of a kind
 * @param typicalCustomer whether the value is that for the typical customer: the lifetime value is not known, or does
 *     not bear on it
 * @param notYetEarnedBack whether the weight is raised because the customer has brought in less than winning them cost
 */
public record Priority(
        double propensity,
        double value,
        double expectedValue,
        double expectedCost,
        double contextWeight,
        double lever,
        double priority,
        boolean typicalCustomer,
        boolean notYetEarnedBack) {}
