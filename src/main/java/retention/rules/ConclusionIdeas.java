package retention.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import retention.advice.Catalogue;
import retention.advice.Dimension;
import retention.rules.mutation.Edit;
import retention.rules.mutation.Idea;
import retention.rules.mutation.Kind;
import retention.rules.mutation.Names;

/** The changes worth trying behind {@code then} of one rule that loads. */
final class ConclusionIdeas {

    private final Rule rule;
    private final String text;
    private final Catalogue catalogue;
    private final Set<String> signals;
    private final List<Idea> ideas = new ArrayList<>();

    private ConclusionIdeas(Rule rule, Catalogue catalogue, Set<String> signals) {
        this.rule = rule;
        this.text = rule.file().text();
        this.catalogue = catalogue;
        this.signals = signals;
    }

    /** Those of a rule; they are places in its file. {@code signals} are all that rules raise. */
    static List<Idea> of(Rule rule, Catalogue catalogue, Set<String> signals) {
        var all = new ConclusionIdeas(rule, catalogue, signals);
        rule.says().forEach(all::said);
        all.evidence();
        return all.ideas;
    }

    private void said(Rule.Said said) {
        switch (said.kind()) {
            case "Recommend" ->
                other(Kind.ACTION, said, Names.after(catalogue.actions().keySet(), said.name()));
            case "Withhold" ->
                other(
                        Kind.WITHHELD,
                        said,
                        Names.after(
                                catalogue.tags().contains(said.name())
                                        ? catalogue.tags()
                                        : catalogue.actions().keySet(),
                                said.name()));
            case "Signal" -> {
                List<String> others = Names.after(signals, said.name());
                other(Kind.SIGNAL, said, others.isEmpty() ? List.of(said.name() + " otherwise") : others);
            }
            case Rule.WEIGHT ->
                number(Kind.WEIGHT, said.name().substring(said.name().indexOf(' ') + 1), said.offset());
            default -> {}
        }
    }

    private void other(Kind kind, Rule.Said said, List<String> others) {
        int end = said.offset() + said.name().length();
        List<Edit> ways = others.stream()
                .map(other -> new Edit(said.offset(), end, other))
                .toList();
        ideas.add(new Idea(kind, ways, true));
    }

    private void evidence() {
        List<Integer> begins = rule.says().stream()
                .filter(said -> said.kind().equals("Evidence"))
                .map(Rule.Said::offset)
                .toList();
        for (int i = 0; i < Math.min(begins.size(), rule.evidence().size()); i++) {
            RuleListing.Points points = rule.evidence().get(i);
            int dimension = text.indexOf(points.dimension(), begins.get(i));
            int end = dimension + points.dimension().length();
            List<Edit> ways =
                    Names.after(
                                    Arrays.stream(Dimension.values())
                                            .map(String::valueOf)
                                            .toList(),
                                    points.dimension())
                            .stream()
                            .map(other -> new Edit(dimension, end, other))
                            .toList();
            ideas.add(new Idea(Kind.SCORE, ways, true));
            number(Kind.POINTS, points.points(), text.indexOf(points.points(), end));
        }
    }

    /** With the other sign, and on either side; what is reckoned stays. */
    private void number(Kind kind, String written, int begin) {
        if (begin < 0 || !written.matches("-?\\d+(\\.\\d+)?") || !text.startsWith(written, begin)) {
            return;
        }
        var number = new BigDecimal(written);
        BigDecimal step = BigDecimal.ONE.movePointLeft(number.scale());
        int end = begin + written.length();
        if (number.signum() != 0 && kind == Kind.POINTS) {
            ideas.add(Idea.sure(kind, begin, end, number.negate().toPlainString()));
        }
        ideas.add(Idea.maybe(kind, begin, end, number.subtract(step).toPlainString()));
        ideas.add(Idea.maybe(kind, begin, end, number.add(step).toPlainString()));
    }
}
