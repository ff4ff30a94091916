package retention.rules;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import retention.advice.Advice;
import retention.advice.Concluded;
import retention.advice.Evidence;
import retention.advice.Reason;
import retention.advice.Satisfaction;
import retention.advice.Scales;
import retention.advice.Scores;
import retention.advice.Signal;
import retention.advice.SwitchingCost;
import retention.advice.Trust;
import retention.facts.Customer;
import retention.json.CustomerReader;
import retention.policy.Scoring;
import retention.rules.sandbox.Budget;

/**
 * Both halves of the rules at work: from a customer to evidence and signals, from evidence to scores, from these to what is
 * recommended and withheld. Immutable and thread-safe.
 */
record Inference(Half assessment, Half strategies, Scales scales, Extensions extensions, Budget budget) {

    /** The same rules with another budget for each customer. */
    Inference within(Budget other) {
        return new Inference(assessment, strategies, scales, extensions, other);
    }

    /** The same with one rule in another form. */
    Inference with(Stage stage, Swapped swapped) {
        return stage == Stage.ASSESSMENT
                ? new Inference(assessment.with(swapped), strategies, scales, extensions, budget)
                : new Inference(assessment, strategies.with(swapped), scales, extensions, budget);
    }

    /** As if the rules of these names were not in the folder. Throws as {@link RuleBook#advise} does. */
    Reasoning reason(Customer customer, Set<String> without) {
        extensions.check(customer);
        Crowds.check(customer, budget.facts());
        List<Concluded<?>> assessed = but(without, assessment.run(customer, extensions, List.of(), budget));
        Scores scores = Scoring.scores(Concluded.only(Evidence.class, assessed), scales);
        var given = new ArrayList<Object>();
        given.add(new Trust(scores.trust().value(), scores.trust().level()));
        given.add(new Satisfaction(
                scores.satisfaction().value(), scores.satisfaction().level()));
        given.add(new SwitchingCost(
                scores.switchingCost().value(), scores.switchingCost().level()));
        List<Advice.NamedSignal> signals = signals(assessed);
        signals.forEach(s -> given.add(new Signal(s.name(), s.reasons().get(0).sentence())));
        return new Reasoning(
                assessed, scores, signals, but(without, strategies.run(customer, extensions, given, budget)));
    }

    /** No rule asks for what its own stage concludes, so what is left is what the folder without them concludes. */
    private static List<Concluded<?>> but(Set<String> without, List<Concluded<?>> concluded) {
        return without.isEmpty()
                ? concluded
                : concluded.stream()
                        .filter(one -> !without.contains(one.reason().rule()))
                        .toList();
    }

    /** A rule that fails even for somebody of whom nearly nothing is known is better told now than to every customer. */
    void tryOut(String folder) {
        LocalDate day = LocalDate.EPOCH;
        try {
            reason(
                    CustomerReader.read(
                            "{\"id\":\"nobody\",\"surveys\":[],\"orders\":[]}".getBytes(StandardCharsets.UTF_8), day),
                    Set.of());
        } catch (IllegalStateException broken) {
            throw new BadRules(List.of(Problem.of(Code.FAILS, folder, String.valueOf(broken.getMessage()))));
        }
    }

    /** The files as compiled: what the next book may share. */
    Set<LoadedFile> compiledFiles() {
        var files = new LinkedHashSet<>(assessment.files());
        files.addAll(strategies.files());
        return files;
    }

    void close() {
        assessment.close();
        strategies.close();
    }

    private static List<Advice.NamedSignal> signals(List<Concluded<?>> concluded) {
        List<Concluded<Signal>> heard = Concluded.only(Signal.class, concluded);
        if (heard.isEmpty()) {
            return List.of();
        }
        var byName = new TreeMap<String, TreeSet<Reason>>();
        for (Concluded<Signal> signal : heard) {
            byName.computeIfAbsent(signal.conclusion().name(), name -> new TreeSet<>())
                    .add(signal.reason());
        }
        return byName.entrySet().stream()
                .map(signal -> new Advice.NamedSignal(signal.getKey(), List.copyOf(signal.getValue())))
                .toList();
    }
}
