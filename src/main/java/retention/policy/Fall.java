package retention.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.advice.Reason;
import retention.advice.Sentences;
import retention.advice.Stop;

/**
 * Why an action falls out of an advice.
 *
 * @param guardrail G1 to G7; null when no guardrail stopped it
 * @param reference the law or the setting that it rests on; null when there is none
 * @param winners codes of the actions that took its place
 */
record Fall(
        Stop stop, @Nullable String guardrail, @Nullable String reference, List<Reason> reasons, List<String> winners) {

    /** A guardrail's word, with the actions that are advised instead. */
    static Fall of(Block block, List<String> winners) {
        Reason why = new Reason(block.guardrail(), block.why(), Collections.emptySortedMap());
        return new Fall(Stop.BLOCKED, block.guardrail(), block.reference(), List.of(why), winners);
    }

    /** Something better took the place, by a line of {@code arbitration.yaml}. */
    static Fall behind(String line, String sentence, List<String> winners) {
        Reason why = reason(line, sentence, Map.of("winners", String.join(", ", winners)));
        return new Fall(Stop.OUTRANKED, null, "arbitration.yaml: " + line, List.of(why), winners);
    }

    /** Doing nothing, which a rule asked for, is not what is left to do. */
    static Fall silent(String instead) {
        Reason why = reason("V4", "there is something to do: {instead}", Map.of("instead", instead));
        return new Fall(Stop.OUTRANKED, null, null, List.of(why), List.of(instead));
    }

    /** The idea of domain or setting by its name, with a sentence that values fill. */
    static Reason reason(String name, String sentence, Map<String, Object> values) {
        var sorted = new TreeMap<>(values);
        return new Reason(name, Sentences.fill(sentence, sorted, Integer.MAX_VALUE), sorted);
    }

    /** The same with further reasons behind the first. */
    Fall because(List<Reason> more) {
        var all = new ArrayList<>(reasons);
        all.addAll(more);
        return new Fall(stop, guardrail, reference, List.copyOf(all), winners);
    }
}
