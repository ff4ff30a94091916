package retention.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.reload.Kept;
import retention.reload.Revisions;
import retention.rules.BadRules;
import retention.rules.Differences;
import retention.rules.Opening;
import retention.rules.Product;
import retention.rules.RuleBook;
import retention.rules.RuleSources;
import tools.jackson.databind.JsonNode;

/** Decides again what a receipt stands for. For one replay and one thread. */
public final class Replay {

    private final RuleSources today;
    private final @Nullable RuleSources old;
    private final Revisions revisions;
    private final Opening opening;
    private final Told told;
    private final List<String> notes = new ArrayList<>();

    private Replay(RuleSources today, @Nullable RuleSources old, Revisions revisions, Opening opening, Told told) {
        this.today = today;
        this.old = old;
        this.revisions = revisions;
        this.opening = opening;
        this.told = told;
    }

    /**
     * With the rules of today, those that somebody says were in force then, if any, and those that are kept. Throws
     * {@link BadRules} when no rules at hand can be used.
     */
    public static Replayed of(
            Told told, Facts facts, RuleSources today, @Nullable RuleSources old, Revisions revisions, Opening opening)
            throws IOException {
        return new Replay(today, old, revisions, opening, told).decide(facts);
    }

    private Replayed decide(Facts facts) throws IOException {
        noteVersions();
        Customer customer = facts.customer();
        Replayed.Given given = given(facts);
        if (given != Replayed.Given.SAME || customer == null) {
            return replayed(false, customer, given, null, null);
        }
        if (today.revision().equals(told.revision())) {
            try (RuleBook book = opening.open(today)) {
                Replayed.Again again = again(today.shown(), Decided.of(book.advise(customer)));
                return replayed(again.same() && told.sound(), customer, given, again, null);
            }
        }
        RuleSources kept = kept();
        try (RuleBook then = kept == null ? null : opened(kept);
                RuleBook now = now(then != null)) {
            return other(customer, then, now, kept);
        }
    }

    private Replayed other(
            Customer customer, @Nullable RuleBook then, @Nullable RuleBook now, @Nullable RuleSources kept) {
        Decided before = then == null ? null : Decided.of(then.advise(customer));
        Replayed.Again again = before == null || kept == null ? null : again(kept.shown(), before);
        Decided after = now == null ? null : after(now, customer, before != null);
        Replayed.Today other = null;
        if (now != null && after != null) {
            other = before == null || then == null
                    ? unkept(after, now)
                    : compared(before, after, Differences.between(then, now), customer);
        }
        boolean same = again != null ? again.same() : other != null && other.sameAdvice();
        return replayed(same && told.sound(), customer, Replayed.Given.SAME, again, other);
    }

    /** Null when today's rules cannot decide, which is no failure where the old ones can. */
    private @Nullable Decided after(RuleBook now, Customer customer, boolean enough) {
        try {
            return Decided.of(now.advise(customer));
        } catch (BadRequest | IllegalStateException cannot) {
            if (!enough) {
                throw cannot;
            }
            notes.add("the rules of today cannot decide on these facts: " + cannot.getMessage());
            return null;
        }
    }

    private Replayed.Again again(String rules, Decided decided) {
        JsonNode advice = told.advice();
        FirstDifference first = advice != null
                ? FirstDifference.between(advice, decided.advice())
                : FirstDifference.between(told.receipt(), decided.receipt());
        boolean bytes = advice != null
                ? told.text().equals(decided.text())
                : told.text().equals(decided.receipt().toString());
        return new Replayed.Again(rules, advice != null, first == null, bytes, first);
    }

    private Replayed.Today compared(Decided then, Decided now, Differences differences, Customer customer) {
        boolean same = then.bare().equals(now.bare());
        Changes changes = then.outcome().to(now.outcome());
        FirstDifference first = changes.none() ? FirstDifference.between(then.bare(), now.bare()) : null;
        Causes causes = same
                ? null
                : new Search(differences.pieces(), then, now, new Trials(differences, customer, opening)).find();
        return new Replayed.Today(
                today.shown(), today.revision(), changes.none(), same, changes, first, causes, List.of());
    }

    /** The old rules are not at hand: what was handed in is all that is known of them. */
    private Replayed.Today unkept(Decided now, RuleBook book) {
        JsonNode advice = told.advice();
        JsonNode then = advice != null ? Decided.bare(advice, "receipt") : Decided.bare(told.receipt(), null);
        JsonNode after = advice != null ? now.bare() : Decided.bare(now.receipt(), null);
        Outcome before = Outcome.of(told.receipt());
        Changes changes = before == null ? null : before.to(now.outcome());
        boolean none = changes != null && changes.none();
        FirstDifference first = none ? FirstDifference.between(then, after) : null;
        List<ByFired> fired = changes == null || then.equals(after)
                ? List.of()
                : ByFired.of(Decided.fired(told.receipt()), Decided.fired(now.receipt()), book.listing(), changes);
        return new Replayed.Today(
                today.shown(), today.revision(), none, then.equals(after), changes, first, null, fired);
    }

    private @Nullable RuleSources kept() throws IOException {
        if (old != null && old.revision().equals(told.revision())) {
            return old;
        }
        if (old != null) {
            notes.add(old.shown() + " does not hold the receipt's revision of the rules");
        }
        for (Kept one : revisions.list()) {
            if (one.revision().equals(told.revision())) {
                RuleSources sources = revisions.sources(one);
                if (sources == null) {
                    notes.add("the kept rules of the receipt's revision are damaged: they are not what once served");
                }
                return sources;
            }
        }
        return null;
    }

    private @Nullable RuleBook opened(RuleSources kept) {
        try {
            return opening.open(kept);
        } catch (BadRules bad) {
            notes.add("the kept rules of the receipt's revision cannot be used by this version any more: "
                    + bad.problems().get(0));
            return null;
        }
    }

    /** Null when today's rules are broken, which is no failure where the old ones are at hand. */
    private @Nullable RuleBook now(boolean enough) {
        try {
            return opening.open(today);
        } catch (BadRules bad) {
            if (!enough) {
                throw bad;
            }
            notes.add("the rules of today cannot be used: " + bad.problems().get(0));
            return null;
        }
    }

    private void noteVersions() {
        if (!told.engineVersion().equals(Product.version())) {
            notes.add("the receipt was written by version " + told.engineVersion() + " of the advisor, and this is "
                    + Product.version() + ": what differs may come from there");
        }
        if (!told.sound()) {
            notes.add("the receipt was changed after it was written: its decisionId is not that of its facts, revision "
                    + "and day");
        }
        if (Outcome.of(told.receipt()) == null) {
            notes.add("the receipt does not say what came out, as those of earlier versions do not");
        }
    }

    private Replayed.Given given(Facts facts) {
        Customer customer = facts.customer();
        if (!facts.same() || customer == null) {
            noteFacts(facts);
            return Replayed.Given.OTHER;
        }
        if (customer.asOf().day().equals(told.asOf())) {
            return Replayed.Given.SAME;
        }
        notes.add("the facts are those of the receipt, but they name the day "
                + customer.asOf().day() + " and the receipt " + told.asOf() + "; without asOf in them they fit");
        return Replayed.Given.OTHER_DAY;
    }

    private void noteFacts(Facts facts) {
        String whose = told.customer();
        Customer customer = facts.customer();
        if (whose != null && customer != null && !whose.equals(customer.id())) {
            notes.add("the advice is for the customer " + whose + ", the facts are of " + customer.id());
        }
        if (facts.customers() + facts.unreadable() > 1) {
            notes.add("none of " + facts.customers() + " customers in the file fits"
                    + (facts.unreadable() > 0 ? "; " + facts.unreadable() + " lines could not be read" : ""));
        }
    }

    private Replayed replayed(
            boolean same,
            @Nullable Customer customer,
            Replayed.Given given,
            Replayed.@Nullable Again again,
            Replayed.@Nullable Today other) {
        return new Replayed(
                same,
                customer == null ? null : customer.id(),
                told.decisionId(),
                told.revision(),
                told.engineVersion(),
                Product.version(),
                told.asOf(),
                given,
                again,
                other,
                List.copyOf(notes));
    }
}
