package retention.rules.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import retention.rules.expression.Among;
import retention.rules.expression.Binding;
import retention.rules.expression.Both;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Either;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Negation;
import retention.rules.expression.Step;
import retention.rules.expression.Sum;
import retention.rules.expression.Word;

/** The changes of one condition that are worth trying, at the places its tree tells. One object for one condition. */
public final class ConditionIdeas {

    /** Questions that can be mistaken for each other. */
    private static final Map<String, String> OTHERS =
            Map.of("any", "none", "none", "any", "low", "medium", "medium", "low", "high", "medium");

    private final String text;
    private final Names names;
    private final List<Idea> ideas = new ArrayList<>();

    private ConditionIdeas(String text, Names names) {
        this.text = text;
        this.names = names;
    }

    /** Those of a condition whose text begins at an offset of a file; they are places in that file. */
    public static List<Idea> of(Expression condition, String text, int offset, Names names) {
        var all = new ConditionIdeas(text, names);
        all.look(condition);
        for (Structure.Other other : Structure.of(condition)) {
            all.ideas.add(Idea.sure(other.kind(), 0, text.length(), Written.of(other.condition())));
        }
        return all.ideas.stream().map(idea -> idea.moved(offset)).toList();
    }

    private void look(Expression here) {
        if (here instanceof Either either) {
            either.parts().forEach(this::look);
        } else if (here instanceof Both both) {
            both.parts().forEach(this::look);
        } else if (here instanceof Negation negation) {
            look(negation.inner());
        } else if (here instanceof Comparison comparison) {
            compare(comparison);
        } else if (here instanceof Binding binding) {
            value(binding.value());
        } else if (here instanceof Chain chain) {
            value(chain);
            turned(chain);
        }
    }

    private void compare(Comparison comparison) {
        int end = Written.end(comparison, text);
        boolean yesNo =
                comparison.right() instanceof Literal literal && literal.kind() == Literal.Kind.YES_NO; // turned below
        if (end >= 0 && !comparison.negated() && !yesNo) {
            Operators.near(comparison).forEach(near -> operator(comparison, end, near.written(), true));
            operator(comparison, end, Operators.opposite(comparison.operator()), false);
        }
        Expression left = comparison.left();
        value(left instanceof Binding binding ? binding.value() : left);
        value(comparison.right());
    }

    /** Another operator may hold for what is missing, which no rule may be for by accident: so it may have to ask that, too. */
    private void operator(Comparison comparison, int end, String other, boolean sure) {
        if (other.isEmpty()) {
            return;
        }
        var ways = new ArrayList<>(List.of(new Edit(comparison.at(), end, other)));
        if (comparison.left() instanceof Chain left) {
            String asked = text.substring(comparison.begin(), comparison.at());
            ways.add(new Edit(comparison.begin(), end, left + " != null && " + asked + other));
        }
        ideas.add(new Idea(Kind.COMPARISON, ways, sure));
    }

    private void value(Expression value) {
        if (value instanceof Chain chain) {
            for (int i = 0; i < chain.steps().size(); i++) {
                step(chain, i);
            }
        } else if (value instanceof Sum sum) {
            value(sum.left());
            value(sum.right());
        } else if (value instanceof Literal literal) {
            literal(literal, Kind.THRESHOLD);
        } else if (value instanceof Word word) {
            word(word);
        } else if (value instanceof Among among) {
            among.values().forEach(this::value);
        }
    }

    private void step(Chain chain, int index) {
        Step step = chain.steps().get(index);
        boolean window = step.name().toLowerCase(Locale.ROOT).endsWith("inlast")
                || step.name().equals("olderThan");
        for (Expression argument : step.arguments()) {
            if (argument instanceof Literal literal) {
                literal(literal, window ? Kind.WINDOW : Kind.THRESHOLD);
            } else {
                value(argument);
            }
        }
        String other = OTHERS.get(step.name());
        if (other != null && index == chain.steps().size() - 1) {
            ideas.add(
                    Idea.maybe(Kind.QUESTION, step.at(), step.at() + step.name().length(), other));
        }
        if (index > 0) {
            int before = Written.end(chain.steps().get(index - 1), text);
            ideas.add(Idea.maybe(Kind.DROPPED, before, Written.end(step, text), ""));
        }
    }

    /** A question with yes or no, asked the other way round. */
    private void turned(Chain chain) {
        if (!OTHERS.containsKey(chain.last())) {
            int begin = chain.begin();
            ideas.add(new Idea(
                    Kind.TURNED,
                    List.of(new Edit(begin, begin, "!"), new Edit(begin, begin, chain + " != null && !")),
                    false));
        }
    }

    private void word(Word word) {
        int end = Written.end(word, text);
        List<Edit> ways = names.insteadOfWord(word.list(), word.word()).stream()
                .map(other -> new Edit(word.at(), end, other))
                .toList();
        if (end >= 0 && !ways.isEmpty()) {
            ideas.add(new Idea(Kind.WORD, ways, true));
        }
    }

    private void literal(Literal literal, Kind kind) {
        int end = Written.end(literal, text);
        if (end < 0) {
            return;
        }
        int begin = literal.begin();
        switch (literal.kind()) {
            case WHOLE, DECIMAL -> {
                BigDecimal step = BigDecimal.ONE.movePointLeft(literal.amount().scale());
                number(kind, begin, end, literal.amount().subtract(step));
                number(kind, begin, end, literal.amount().add(step));
            }
            case YES_NO ->
                ideas.add(Idea.sure(Kind.TURNED, begin, end, literal.text().equals("true") ? "false" : "true"));
            case TEXT ->
                names.insteadOfText(literal.text())
                        .forEach(others -> ideas.add(new Idea(Kind.TEXT, quoted(begin, end, others), true)));
            default -> {}
        }
    }

    private static List<Edit> quoted(int begin, int end, List<String> others) {
        return others.stream()
                .map(other -> new Edit(begin, end, "\"" + other + "\""))
                .toList();
    }

    private void number(Kind kind, int begin, int end, BigDecimal number) {
        ideas.add(Idea.maybe(kind, begin, end, number.toPlainString()));
    }
}
