package retention.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.Concluded;
import retention.advice.Reason;
import retention.advice.Score;
import retention.advice.Signal;

/** How many characters rules have put into an answer. One reason may stand below many actions, and counts each time. */
final class Volume {

    private Volume() {}

    /** In what one rule concluded; what is no text counts nothing. */
    static long of(Concluded<?> one) {
        return of(one.reason())
                + (one.conclusion() instanceof Signal signal ? signal.name().length() : 0);
    }

    /** Throws IllegalStateException, naming the rule that says most, when an answer holds more than {@code most}. */
    static void check(Advice advice, int most) {
        var all = new LongAdder();
        each(advice, (rule, characters) -> all.add(characters));
        if (all.sum() > most) {
            throw new IllegalStateException("rule \"" + loudest(advice)
                    + "\" says most of an answer in which rules say " + all + " characters; " + most + " are the most");
        }
    }

    private static String loudest(Advice advice) {
        var byRule = new TreeMap<String, Long>();
        each(advice, (rule, characters) -> byRule.merge(rule, characters, Long::sum));
        String loudest = "";
        for (String rule : byRule.keySet()) {
            loudest = byRule.getOrDefault(loudest, 0L) < byRule.getOrDefault(rule, 0L) ? rule : loudest;
        }
        return loudest;
    }

    /** Tells for each reason, and each text filled from one, whose it is and how long. */
    private static void each(Advice advice, ObjLongConsumer<String> told) {
        for (AdvisedAction action : advice.actions()) {
            each(action.reasons(), told);
            for (String text : action.text().values()) {
                told.accept(action.reasons().get(0).rule(), text.length());
            }
        }
        advice.withheld().forEach(action -> each(action.reasons(), told));
        advice.signals().forEach(signal -> each(signal.reasons(), told));
        each(advice.scores().trust(), told);
        each(advice.scores().satisfaction(), told);
        each(advice.scores().switchingCost(), told);
    }

    private static void each(List<Reason> reasons, ObjLongConsumer<String> told) {
        for (Reason reason : reasons) {
            told.accept(reason.rule(), of(reason));
        }
    }

    private static void each(Score score, ObjLongConsumer<String> told) {
        for (Score.Point point : score.evidence()) {
            told.accept(
                    point.rule(),
                    (long) point.rule().length() + point.sentence().length());
        }
    }

    private static long of(Reason reason) {
        long characters = (long) reason.rule().length() + reason.sentence().length();
        for (Map.Entry<String, Object> value : reason.values().entrySet()) {
            characters += value.getKey().length();
            characters += value.getValue() instanceof String text ? text.length() : 0;
        }
        return characters;
    }
}
