package retention.rules.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retention.facts.Facts;
import retention.rules.expression.Binding;
import retention.rules.expression.Chain;
import retention.rules.expression.Expression;
import retention.rules.expression.Step;
import retention.rules.expression.Sum;

/** Makes the values in the conditions of one fact ready to be asked. */
final class Valuing {

    private static final Set<String> OF_LISTS = Set.of("any", "none");

    private final Asker asker;
    private final Scope scope;
    private final Type fact;
    private final int owner;

    Valuing(Asker asker, Scope scope, Type fact, int owner) {
        this.asker = asker;
        this.scope = scope;
        this.fact = fact;
        this.owner = owner;
    }

    /** Throws CannotTell for what is no value. */
    Value of(Expression value) {
        if (value instanceof Binding binding) {
            return remembering(binding);
        }
        if (value instanceof Chain chain) {
            return chain(chain);
        }
        if (value instanceof Sum sum) {
            Value left = of(sum.left());
            Value right = of(sum.right());
            return frame -> Reckoning.reckoned(left.of(frame), sum.sign(), right.of(frame));
        }
        Object fixed = asker.fixed(value);
        return frame -> fixed;
    }

    /** A fixed value in Java. */
    @Nullable
    Object fixed(Expression value) {
        return asker.fixed(value);
    }

    /** As {@link #of}, for what is shown: whether there is any in a list that was not sent is not known. */
    Value shown(Expression question) {
        Value value = of(question);
        if (!(question instanceof Chain chain) || !OF_LISTS.contains(chain.last())) {
            return value;
        }
        Value list = of(
                new Chain(chain.start(), chain.steps().subList(0, chain.steps().size() - 1), chain.begin()));
        return frame -> list.of(frame) instanceof Facts<?, ?> facts && !facts.known() ? null : value.of(frame);
    }

    private Value remembering(Binding binding) {
        Value value = of(binding.value());
        Type type = binding.value() instanceof Chain chain ? type(chain) : Type.of(Object.class);
        Slot slot = scope.remember(binding.name(), type, owner, binding.value());
        return frame -> {
            Object answer = value.of(frame);
            frame.remember(slot.at(), answer == Value.NOBODY ? null : answer);
            return answer;
        };
    }

    private Value chain(Chain chain) {
        List<Asker.One> questions = new ArrayList<>();
        Type type = start(chain);
        for (Step step : chain.steps()) {
            Asker.Question question = asker.question(type, step);
            questions.add(question.one());
            type = question.answer();
        }
        Slot slot = chain.start().isEmpty() ? null : slot(chain);
        return frame -> asked(chain, questions, slot == null ? frame.current().fact() : frame.remembered(slot.at()));
    }

    private static @Nullable Object asked(Chain chain, List<Asker.One> questions, @Nullable Object start) {
        Object answer = start;
        for (int i = 0; i < questions.size(); i++) {
            if (answer == null) {
                if (chain.steps().get(i).ofMaybeNone()) {
                    return Value.NOBODY;
                }
                throw new CannotTell("it asks " + chain.steps().get(i).name() + " of what is not known");
            }
            answer = questions.get(i).ask(answer);
        }
        return answer;
    }

    private Type type(Chain chain) {
        Type type = start(chain);
        for (Step step : chain.steps()) {
            type = asker.question(type, step).answer();
        }
        return type;
    }

    private Type start(Chain chain) {
        return chain.start().isEmpty() ? fact : slot(chain).type();
    }

    private Slot slot(Chain chain) {
        Slot slot = scope.slot(chain.start());
        if (slot == null) {
            throw new CannotTell("$" + chain.start() + " is not remembered");
        }
        return slot;
    }
}
