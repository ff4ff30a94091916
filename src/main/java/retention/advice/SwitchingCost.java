package retention.advice;

import retention.facts.About;

/** What the customer would lose by leaving, 0 to 100; never a barrier. A fact for strategy rules. */
@About("What the customer would lose by leaving, 0 to 100; never a barrier.")
public record SwitchingCost(
        @About(value = "0 to 100", least = 0, most = 100) int value,
        @About("Level.LOW, Level.MEDIUM or Level.HIGH") Level level) {

    @About("yes when the level is low")
    public boolean low() {
        return level == Level.LOW;
    }

    @About("yes when the level is neither low nor high")
    public boolean medium() {
        return level == Level.MEDIUM;
    }

    @About("yes when the level is high")
    public boolean high() {
        return level == Level.HIGH;
    }
}
