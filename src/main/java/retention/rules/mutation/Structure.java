package retention.rules.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import retention.rules.expression.Both;
import retention.rules.expression.Either;
import retention.rules.expression.Expression;
import retention.rules.expression.Negation;

/** How the parts of one condition can be joined otherwise. One object for one condition. */
final class Structure {

    /** A condition as it is after a change. */
    record Other(Kind kind, Expression condition) {}

    private final List<Other> others = new ArrayList<>();

    private Structure() {}

    /** Each part left out, {@code &&} for {@code ||} and the other way round, and each {@code !} left out. */
    static List<Other> of(Expression condition) {
        var structure = new Structure();
        structure.look(condition, other -> other);
        return structure.others;
    }

    private void look(Expression here, UnaryOperator<Expression> whole) {
        if (here instanceof Either either) {
            parts(either.parts(), whole, parts -> new Either(parts, either.begin()));
            add(Kind.JOINT, whole.apply(new Both(either.parts(), either.begin())));
        } else if (here instanceof Both both) {
            parts(both.parts(), whole, parts -> new Both(parts, both.begin()));
            add(Kind.JOINT, whole.apply(new Either(both.parts(), both.begin())));
        } else if (here instanceof Negation negation) {
            add(Kind.TURNED, whole.apply(negation.inner()));
            look(negation.inner(), inner -> whole.apply(new Negation(inner, negation.begin())));
        }
    }

    private interface Joined {
        Expression of(List<Expression> parts);
    }

    private void parts(List<Expression> parts, UnaryOperator<Expression> whole, Joined joined) {
        for (int i = 0; i < parts.size(); i++) {
            var left = new ArrayList<>(parts);
            left.remove(i);
            add(Kind.DROPPED, whole.apply(left.size() == 1 ? left.get(0) : joined.of(left)));
            int at = i;
            look(parts.get(i), changed -> {
                var all = new ArrayList<>(parts);
                all.set(at, changed);
                return whole.apply(joined.of(all));
            });
        }
    }

    private void add(Kind kind, Expression other) {
        others.add(new Other(kind, other));
    }
}
