package retention.rules;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retention.advice.ActionKind;
import retention.advice.ValueBasis;
import retention.policy.Bounds;
import retention.policy.Weighing;

/** {@code arbitration.yaml} as its author wrote it, checked before it is believed. */
record ArbitrationFile(
        @Nullable MostText most,
        @Nullable List<ActionKind> onePerChannel,
        @Nullable Double propensity,
        @Nullable BoundsText lever,
        @Nullable BoundsText contextWeight,
        @Nullable LifetimeText lifetimeValue,
        @Nullable EarnedText notYetEarnedBack,
        @Nullable Double agentSpends) {

    private static final String LEAST = "how small it may be, above 0 and at most 1";
    private static final String MOST = "how large it may be, 1 or more";
    private static final String BASES = "which values, as in [relationship, contract]";

    private record MostText(
            @Nullable Integer service,
            @Nullable Integer task,
            @Nullable Integer marketing) {}

    private record BoundsText(
            @Nullable Double least, @Nullable Double most) {}

    private record LifetimeText(
            @Nullable Double typical,
            @Nullable Double least,
            @Nullable Double most,
            @Nullable List<ValueBasis> scales) {}

    private record EarnedText(
            @Nullable Double factor, @Nullable List<ValueBasis> raises) {}

    /** What the folder says, or {@link Weighing#PLAIN} when it has no such file; null when there are problems, which have then been reported. */
    static @Nullable Weighing read(RuleFolder folder, Settings settings) {
        RuleFile file = folder.file(RuleFolder.ARBITRATION).orElse(null);
        if (file == null) {
            return Weighing.PLAIN;
        }
        ArbitrationFile text = settings.read(file, ArbitrationFile.class);
        if (text == null) {
            return null;
        }
        var numbers = new Numbers();
        Weighing weighing = text.weighing(numbers);
        numbers.faults().forEach(fault -> settings.report(file, fault));
        return numbers.faults().isEmpty() ? weighing : null;
    }

    private Weighing weighing(Numbers in) {
        return new Weighing(
                most(in),
                kinds(in.needed(onePerChannel, "the kinds, as in [marketing]; [] for none", "onePerChannel")),
                in.share(propensity, "how likely an action works that says nothing about it", "propensity"),
                bounds(lever, "how far a lever may go, with least and most", "lever", in),
                bounds(contextWeight, "how far a context weight may go, with least and most", "contextWeight", in),
                lifetime(in),
                earned(in),
                in.share(agentSpends, "which share of agentMaySpend counts as cost", "agentSpends"));
    }

    private Map<ActionKind, Integer> most(Numbers in) {
        var numbers = new EnumMap<ActionKind, Integer>(ActionKind.class);
        MostText text = in.needed(most, "how many actions an advice holds, with service, task and marketing", "most");
        if (text != null) {
            numbers.put(ActionKind.SERVICE, in.count(text.service, "most", "service"));
            numbers.put(ActionKind.TASK, in.count(text.task, "most", "task"));
            numbers.put(ActionKind.MARKETING, in.count(text.marketing, "most", "marketing"));
        }
        return numbers;
    }

    private static Bounds bounds(@Nullable BoundsText text, String meaning, String name, Numbers in) {
        BoundsText given = in.needed(text, meaning, name);
        return given == null
                ? new Bounds(1, 1)
                : new Bounds(
                        in.atMostOne(given.least, LEAST, name, "least"), in.fromOne(given.most, MOST, name, "most"));
    }

    private Weighing.Lifetime lifetime(Numbers in) {
        String name = "lifetimeValue";
        LifetimeText text = in.needed(lifetimeValue, "with typical, least, most and scales", name);
        if (text == null) {
            return Weighing.PLAIN.lifetimeValue();
        }
        return new Weighing.Lifetime(
                in.aboveZero(text.typical, "that of the typical customer, in the company's currency", name, "typical"),
                new Bounds(in.atMostOne(text.least, LEAST, name, "least"), in.fromOne(text.most, MOST, name, "most")),
                bases(in.needed(text.scales, BASES, name, "scales")));
    }

    private Weighing.NotYetEarnedBack earned(Numbers in) {
        String name = "notYetEarnedBack";
        EarnedText text = in.needed(notYetEarnedBack, "with factor and raises", name);
        if (text == null) {
            return Weighing.PLAIN.notYetEarnedBack();
        }
        return new Weighing.NotYetEarnedBack(
                in.fromOne(text.factor, "how much more it weighs to keep them, 1 or more", name, "factor"),
                bases(in.needed(text.raises, BASES, name, "raises")));
    }

    private static Set<ActionKind> kinds(@Nullable List<ActionKind> written) {
        Set<ActionKind> kinds = EnumSet.noneOf(ActionKind.class);
        present(written).forEach(kinds::add);
        return kinds;
    }

    private static Set<ValueBasis> bases(@Nullable List<ValueBasis> written) {
        Set<ValueBasis> bases = EnumSet.noneOf(ValueBasis.class);
        present(written).forEach(bases::add);
        return bases;
    }

    /** A hyphen with nothing behind it names nothing. */
    private static <T> List<T> present(@Nullable List<T> written) {
        return written == null
                ? List.of()
                : written.stream().filter(Objects::nonNull).toList();
    }
}
