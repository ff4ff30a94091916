package retention.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retention.rules.Piece;

/**
 * Looks for the smallest set of changes that turns the old advice into the new one; the engine itself judges each set. For one
 * thread.
 */
final class Search {

    private final List<Piece> all;
    private final Decided then;
    private final Decided now;
    private final Trials trials;
    private final Function<Decided, Object> view;

    /** What is compared is the outcome, or the whole advice where the outcome is the same. */
    Search(List<Piece> all, Decided then, Decided now, Trials trials) {
        this.all = all;
        this.then = then;
        this.now = now;
        this.trials = trials;
        this.view = then.outcome().equals(now.outcome()) ? Decided::bare : Decided::outcome;
    }

    Causes find() {
        List<Piece> some = does(likely()) ? likely() : all;
        List<Piece> single = new ArrayList<>();
        for (Piece piece : some) {
            if (does(List.of(piece))) {
                single.add(piece);
            }
        }
        if (!single.isEmpty()) {
            return causes(false, single, !trials.exhausted());
        }
        if (!does(some)) {
            return causes(true, List.of(), false);
        }
        List<Piece> needed = reduced(some);
        for (int size = 2; size < needed.size() && !trials.exhausted(); size++) {
            List<Piece> fewer = choose(some, size, 0, List.of());
            if (fewer != null) {
                return causes(true, fewer, true);
            }
        }
        return causes(true, needed, !trials.exhausted());
    }

    /** A rule that speaks neither then nor now hardly matters. */
    private List<Piece> likely() {
        var fired = new HashSet<>(Decided.fired(then.receipt()));
        fired.addAll(Decided.fired(now.receipt()));
        return all.stream()
                .filter(piece -> piece.kind() != Piece.Kind.RULE || fired.contains(piece.name()))
                .toList();
    }

    private boolean does(Collection<Piece> taken) {
        Decided decided = taken.isEmpty() ? then : trials.with(taken);
        return decided != null && view.apply(decided).equals(view.apply(now));
    }

    /** Leaves out halves, quarters and so on as long as it goes: of what is left, none can be left out. */
    private List<Piece> reduced(List<Piece> pieces) {
        List<Piece> left = pieces;
        for (int size = Math.max(1, left.size() / 2); size >= 1; size = size / 2) {
            int at = 0;
            while (at < left.size()) {
                List<Piece> fewer = new ArrayList<>(left);
                fewer.subList(at, Math.min(left.size(), at + size)).clear();
                if (does(fewer)) {
                    left = fewer;
                    at = size == 1 ? 0 : at;
                } else {
                    at += size;
                }
            }
        }
        return left;
    }

    private @Nullable List<Piece> choose(List<Piece> from, int size, int first, List<Piece> taken) {
        if (taken.size() == size) {
            return does(taken) ? taken : null;
        }
        for (int i = first; i < from.size() && !trials.exhausted(); i++) {
            var more = new ArrayList<>(taken);
            more.add(from.get(i));
            List<Piece> found = choose(from, size, i + 1, more);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Causes causes(boolean together, List<Piece> pieces, boolean smallest) {
        List<Causes.Cause> causes = pieces.stream()
                .map(piece -> new Causes.Cause(piece, alone(piece)))
                .toList();
        return new Causes(together, causes, all.size(), trials.tried(), smallest);
    }

    private @Nullable Changes alone(Piece piece) {
        Decided decided = trials.with(List.of(piece));
        return decided == null ? null : then.outcome().to(decided.outcome());
    }
}
