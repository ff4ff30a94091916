package retention.rules;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.internal.conf.IndexLeftBetaMemoryOption;
import org.kie.internal.conf.IndexRightBetaMemoryOption;
import retention.advice.Concluded;
import retention.advice.Level;
import retention.advice.Satisfaction;
import retention.advice.SwitchingCost;
import retention.advice.Trust;
import retention.facts.Customer;
import retention.json.CustomerReader;
import retention.rules.sandbox.Budget;
import retention.rules.sandbox.Layers;
import retention.rules.sandbox.Refusal;
import retention.rules.sandbox.RuleSandbox;

/** A rule file that nobody has read before it is compiled: the sandbox must do without the checks of rule files. */
final class Unchecked {

    private static final Budget NONE =
            new Budget(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final int MANY = 60;
    private static final int LONG = 5_000;
    private static final int VISITS = 9_990;

    private final RuleSandbox sandbox;
    private final Budget budget;

    Unchecked(Layers layers) {
        this.sandbox = new RuleSandbox(layers, Questions.reach());
        this.budget = layers.steps() ? Budget.STANDARD : NONE;
    }

    /** What it becomes; throws IllegalStateException when it does not compile. */
    Map<String, byte[]> compile(String text) {
        var problems = new ArrayList<Problem>();
        var build = new DrlBuild("attacks", List.of(), sandbox.compiling());
        Map<String, byte[]> classes = build.classes(List.of(new RuleFile("attacks", "attack.drl", text)), problems);
        if (classes == null) {
            throw new IllegalStateException("does not compile: " + problems);
        }
        return classes;
    }

    List<Refusal> refusals(Map<String, byte[]> classes) {
        return sandbox.refusals(classes);
    }

    /** Loads and runs it for one customer; throws when the sandbox stops it. */
    String run(Map<String, byte[]> classes) {
        return run(classes, customer());
    }

    String run(Map<String, byte[]> classes, Customer customer) {
        if (!refusals(classes).isEmpty()) {
            throw new IllegalStateException("refused: " + refusals(classes));
        }
        try (Half half = half(classes)) {
            return said(half, customer);
        }
    }

    Half half(Map<String, byte[]> classes) {
        LoadedFile file = LoadedFile.of(classes, sandbox.running(), sandbox);
        List<Model> models = file.models();
        var rule = new Rule(
                "attack",
                new RuleFile("attacks", "attack.drl", ""),
                1,
                new Note(List.of(), ""),
                Set.of("Customer", "Order"),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0);
        return new Half(
                KieBaseBuilder.createKieBaseFromModel(
                        models, IndexLeftBetaMemoryOption.NO, IndexRightBetaMemoryOption.NO),
                new TreeMap<>(Map.of("attack", rule)),
                List.of(file));
    }

    String said(Half half, Customer customer) {
        List<Concluded<?>> said = half.run(
                customer,
                new Extensions(Map.of()),
                List.of(
                        new Trust(50, Level.MEDIUM),
                        new Satisfaction(50, Level.MEDIUM),
                        new SwitchingCost(50, Level.MEDIUM)),
                budget);
        return said.stream().map(one -> one.reason().sentence()).distinct().collect(Collectors.joining(", "));
    }

    /** One whom attacks like: many orders that are alike, very many visits, and texts that patterns get lost in. */
    static Customer customer() {
        String order = "{'id':'same','orderedOn':'2026-05-01','promisedOn':'2026-05-05','deliveredOn':'2026-05-10'}";
        return customer("'" + "a".repeat(MANY) + "!'", Collections.nCopies(MANY, order));
    }

    static Customer customer(String id, List<String> orders) {
        String json = "{'id':" + id + ",'language':'(.*a){25}','segment':'PRICE','jurisdiction':'" + "x".repeat(LONG)
                + "','orders':[" + String.join(",", orders) + "],'visits':["
                + String.join(",", Collections.nCopies(VISITS, "{'visitedOn':'2026-05-01'}")) + "]}";
        return CustomerReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 6, 1));
    }
}
