package retention.rules.explain;

import java.util.List;

/** Makes what a rule asks ready to be asked. One object for one rule; throws CannotTell for what it does not know. */
final class Readying {

    private static final Type SUMS = Type.of(Object.class);

    private final Words words;
    private final Asker asker;

    Readying(Words words) {
        this.words = words;
        this.asker = new Asker(words);
    }

    Step all(List<Asking> parts, Scope scope) {
        return new AllStep(parts.stream().map(part -> part(part, scope)).toList());
    }

    private Step part(Asking part, Scope scope) {
        Step step = step(part, scope);
        Noted noted = scope.noted();
        return noted == null ? step : new NotedStep(part, step, noted);
    }

    /** Whoever notes looks at all that is inside; for all others the first that is found settles it. */
    private Step inner(Asking part, Scope scope) {
        Step step = part(part, scope);
        return scope.noted() == null ? step : new WholeStep(step);
    }

    private Step step(Asking part, Scope scope) {
        if (part instanceof Asking.Fact fact) {
            return fact(fact, scope);
        }
        if (part instanceof Asking.None none) {
            Step inner = inner(none.part(), scope.inner());
            boolean plain = none.part() instanceof Asking.Fact;
            String type = plain ? ((Asking.Fact) none.part()).type() : "";
            String shown = plain ? Shown.fact((Asking.Fact) none.part()) : "";
            return new NoneStep(inner, type, scope.rank(), shown);
        }
        if (part instanceof Asking.Some some) {
            return new SomeStep(inner(some.part(), scope.inner()));
        }
        if (part instanceof Asking.AnyOf any) {
            List<Step> parts =
                    any.parts().stream().map(one -> part(one, scope.inner())).toList();
            return new AnyStep(parts, scope.rank());
        }
        if (part instanceof Asking.All several) {
            return all(several.parts(), scope);
        }
        return counted((Asking.Counted) part, scope);
    }

    private FactStep fact(Asking.Fact fact, Scope scope) {
        int rank = scope.rank();
        int owner = scope.fact();
        Type type = type(fact.type());
        Slot slot = fact.name().isEmpty() ? null : scope.remember(fact.name(), type, owner, null);
        List<Conditioned> conditions = Conditioned.of(fact.conditions(), asker, scope, type, owner);
        return new FactStep(fact.type(), slot, rank, conditions, Shown.fact(fact));
    }

    private Type type(String name) {
        var own = words.own().get(name);
        Class<?> java = words.fact().apply(name);
        if (own == null && java == null) {
            throw new CannotTell("there is no fact " + name);
        }
        return new Type(own == null ? java : null, own);
    }

    private CountedStep counted(Asking.Counted counted, Scope scope) {
        Scope inner = scope.inner();
        Noted noted = scope.noted();
        Step plain = fact(counted.fact(), inner);
        Step fact = noted == null ? plain : new NotedStep(counted.fact(), plain, noted);
        int rank = scope.rank();
        int owner = scope.fact();
        List<CountedStep.Summed> sums = counted.totals().stream()
                .map(total -> new CountedStep.Summed(
                        total.function(),
                        total.of().isEmpty() ? null : inner.slot(total.of()),
                        scope.remember(total.name(), SUMS, owner, null)))
                .toList();
        List<Conditioned> conditions = Conditioned.of(counted.conditions(), asker, scope, SUMS, owner);
        return new CountedStep(fact, counted.fact().type(), sums, conditions, rank, Shown.fact(counted.fact()));
    }
}
