package retention.rules;

import java.util.List;
import java.util.stream.Stream;
import retention.advice.Conclusion;
import retention.advice.Recommend;
import retention.facts.Customer;

/** A rule book in which one rule is written otherwise. The book it comes from must stay open. Thread-safe. */
public final class Variant implements AutoCloseable {

    private final RuleBook original;
    private final RuleBook book;
    private final Swapped swapped;

    private Variant(RuleBook original, RuleBook book, Swapped swapped) {
        this.original = original;
        this.book = book;
        this.swapped = swapped;
    }

    /** Throws {@link BadRules} for a rule that fails even for somebody of whom nearly nothing is known. */
    static Variant of(RuleBook original, String rule, Stage stage, Half half) {
        var swapped = new Swapped(rule, half);
        var variant = new Variant(original, original.with(stage, swapped), swapped);
        variant.book.tryOut();
        return variant;
    }

    /** The book with the changed rule; closing it is not needed. */
    public RuleBook book() {
        return book;
    }

    /** Whether the changed rule has failed or done more than it may, so that what came out since says nothing. */
    public boolean stopped() {
        return swapped.stopped();
    }

    /**
     * Whether the changed rule concludes something else about a customer than the rule as it is, as far as
     * a case beside its file can tell. Throws as reason does.
     */
    public boolean tells(Customer customer) {
        return !said(original.reason(customer)).equals(said(book.reason(customer)));
    }

    private List<String> said(Reasoning reasoning) {
        return Stream.concat(reasoning.assessment().stream(), reasoning.strategies().stream())
                .filter(one -> one.reason().rule().equals(swapped.rule()))
                .map(one -> shown(one.conclusion()) + " " + one.reason().sentence())
                .sorted()
                .toList();
    }

    /** What a case can expect of one rule; how much a recommendation weighs shows in the advice alone. */
    private static String shown(Conclusion conclusion) {
        return conclusion instanceof Recommend recommend ? recommend.action() : conclusion.toString();
    }

    @Override
    public void close() {
        swapped.close();
    }
}
