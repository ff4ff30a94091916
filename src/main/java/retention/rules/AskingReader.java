package retention.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;
import retention.rules.explain.Asking;
import retention.rules.expression.Expression;

/** Reads what a rule asks into a tree of our own, without checking it: rules that loaded have been checked. */
final class AskingReader {

    private final RuleFile file;
    private final IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();

    AskingReader(RuleFile file) {
        this.file = file;
    }

    /** Where in the file each fact and each whole condition begins that was read. */
    IdentityHashMap<Object, Integer> places() {
        return places;
    }

    /** The parts between {@code when} and {@code then}, in their order. */
    List<Asking> parts(ConditionalElementDescr several) {
        var parts = new ArrayList<Asking>();
        several.getDescrs().forEach(one -> parts.add(part((BaseDescr) one)));
        return List.copyOf(parts);
    }

    private Asking part(BaseDescr part) {
        if (part instanceof PatternDescr pattern && pattern.getSource() instanceof AccumulateDescr accumulate) {
            return counted(pattern, accumulate);
        }
        if (part instanceof PatternDescr pattern) {
            return fact(pattern);
        }
        if (part instanceof NotDescr not) {
            return new Asking.None(together(not));
        }
        if (part instanceof ExistsDescr exists) {
            return new Asking.Some(together(exists));
        }
        if (part instanceof OrDescr or) {
            return new Asking.AnyOf(parts(or));
        }
        if (part instanceof AndDescr and) {
            return new Asking.All(parts(and));
        }
        throw new IllegalStateException("a part of a rule that no check lets through");
    }

    private Asking together(ConditionalElementDescr several) {
        List<Asking> parts = parts(several);
        return parts.size() == 1 ? parts.get(0) : new Asking.All(parts);
    }

    private Asking.Fact fact(PatternDescr pattern) {
        var fact = new Asking.Fact(pattern.getObjectType(), name(pattern.getIdentifier()), conditions(pattern));
        places.put(fact, pattern.getStartCharacter());
        return fact;
    }

    private Asking.Counted counted(PatternDescr result, AccumulateDescr accumulate) {
        BaseDescr input = accumulate.getInput();
        var fact =
                (PatternDescr) (input instanceof AndDescr and ? and.getDescrs().get(0) : input);
        List<Asking.Total> totals = accumulate.getFunctions().stream()
                .map(call -> new Asking.Total(
                        name(call.getBind()),
                        call.getFunction(),
                        Arrays.stream(call.getParams())
                                .map(one -> name(one.strip()))
                                .findFirst()
                                .orElse("")))
                .toList();
        return new Asking.Counted(fact(fact), totals, conditions(result));
    }

    private List<Expression> conditions(PatternDescr pattern) {
        List<Condition> read = new ConditionReader(file, new ArrayList<>()).read(pattern);
        read.forEach(condition -> places.put(condition.tree(), condition.offset()));
        return read.stream().map(Condition::tree).toList();
    }

    private static String name(@Nullable String written) {
        return written == null ? "" : written.startsWith("$") ? written.substring(1) : written;
    }
}
