package retention.replay;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.rules.BadRules;
import retention.rules.Differences;
import retention.rules.Opening;
import retention.rules.Piece;
import retention.rules.RuleBook;

/** Decides for one customer with the folders between two revisions, each once. For one thread. */
final class Trials {

    /** Each compiles what it changes: some minutes at most. */
    private static final int MOST = 300;

    private final Differences differences;
    private final Customer customer;
    private final Opening opening;
    private final Map<Set<Piece>, Optional<Decided>> known = new HashMap<>();

    /** None of what is compiled for a trial is kept. */
    Trials(Differences differences, Customer customer, Opening opening) {
        this.differences = differences;
        this.customer = customer;
        this.opening = opening.inMemory();
    }

    /** What comes out with these pieces as they are now; null when such a folder does not load or cannot decide. */
    @Nullable
    Decided with(Collection<Piece> taken) {
        Set<Piece> pieces = new HashSet<>(taken);
        Optional<Decided> there = known.get(pieces);
        if (there == null && !exhausted()) {
            there = decide(pieces);
            known.put(pieces, there);
        }
        return there == null ? null : there.orElse(null);
    }

    /** How many folders were tried. */
    int tried() {
        return known.size();
    }

    /** Whether no more are tried. */
    boolean exhausted() {
        return known.size() >= MOST;
    }

    private Optional<Decided> decide(Set<Piece> pieces) {
        try (RuleBook book = opening.open(differences.with(pieces))) {
            return Optional.of(Decided.of(book.advise(customer)));
        } catch (BadRules | BadRequest | IllegalStateException none) {
            return Optional.empty();
        }
    }
}
