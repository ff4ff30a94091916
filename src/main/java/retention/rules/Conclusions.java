package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.drools.core.event.DefaultAgendaEventListener;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.rule.Match;
import retention.advice.Concluded;
import retention.advice.Conclusion;
import retention.advice.Reason;
import retention.advice.Sentences;
import retention.rules.sandbox.Steps;

/** Hears what the rules of one session conclude and notes which rule said it and why, so that no rule has to sign. */
final class Conclusions implements Consumer<Object> {

    private final Map<String, Rule> rules;
    private final Steps steps;
    private final List<Concluded<?>> heard = new ArrayList<>();
    private @Nullable Match firing;
    private @Nullable SortedMap<String, Object> values;

    Conclusions(Map<String, Rule> rules, Steps steps) {
        this.rules = rules;
        this.steps = steps;
    }

    /** In the order of firing, which means nothing. */
    List<Concluded<?>> heard() {
        return heard;
    }

    /** Notes the rule that fires. */
    final class Firing extends DefaultAgendaEventListener {
        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            firing = event.getMatch();
            values = null;
            steps.fires(lastRule());
        }
    }

    /** Notes what it inserts, where it does not tell so itself. */
    final class Inserted extends DefaultRuleRuntimeEventListener {
        @Override
        public void objectInserted(ObjectInsertedEvent event) {
            if (event.getRule() != null) {
                accept(event.getObject());
            }
        }
    }

    /** The rule that fires concludes this. */
    @Override
    public void accept(Object concluded) {
        if (firing != null && concluded instanceof Conclusion conclusion) {
            hear(conclusion, firing);
        }
    }

    /** The rule that fired last, for an error. */
    String lastRule() {
        return firing == null ? "none" : firing.getRule().getName();
    }

    private void hear(Conclusion conclusion, Match match) {
        String name = match.getRule().getName();
        Rule rule = rules.get(name);
        SortedMap<String, Object> bound =
                values == null ? Bound.values(match) : values; // the same for all it concludes
        values = bound;
        String sentence = Sentences.fill(conclusion.because(), bound, steps.longestSentence());
        String strategy = rule == null ? "" : rule.file().strategy();
        var one = new Concluded<>(strategy, conclusion, new Reason(name, sentence, bound));
        steps.says(name, sentence, Volume.of(one));
        heard.add(one);
    }
}
