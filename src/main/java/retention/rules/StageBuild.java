package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** Compiles one stage of a checked folder, and finds the rule at fault when the compiler does not say which it is. */
final class StageBuild {

    private final RuleFolder folder;
    private final FolderCheck check;
    private final Compiler compiler;
    private final Collection<Problem> problems;

    StageBuild(RuleFolder folder, FolderCheck check, Compiler compiler, Collection<Problem> problems) {
        this.folder = folder;
        this.check = check;
        this.compiler = compiler;
        this.problems = problems;
    }

    /** Null when it does not compile, which has then been reported. */
    @Nullable
    Half build(Stage stage) {
        List<RuleFile> files =
                check.sources().stream().filter(file -> file.stage() == stage).toList();
        Map<String, Rule> rules = new TreeMap<>();
        check.rules().stream().filter(rule -> rule.file().stage() == stage).forEach(r -> rules.put(r.name(), r));
        var found = new ArrayList<Problem>();
        KieBase base = compile(files, found);
        if (base == null) {
            problems.addAll(found.stream().allMatch(problem -> problem.line() > 0) ? found : oneByOne(rules, found));
            return null;
        }
        return complete(base, rules) ? new Half(base, rules) : null;
    }

    private @Nullable KieBase compile(List<RuleFile> files, Collection<Problem> found) {
        return compiler.compile(folder.shown(), files, check.declared().values(), found);
    }

    /** The compiler's complaints about each rule alone; those about all of them when each alone is fine. */
    private List<Problem> oneByOne(Map<String, Rule> rules, List<Problem> together) {
        var found = new ArrayList<Problem>();
        for (Rule rule : rules.values()) {
            var alone = new ArrayList<Problem>();
            if (compile(List.of(only(rule)), alone) == null) {
                alone.forEach(problem -> found.add(rule.file()
                        .problemInLine(
                                Code.NOT_COMPILED, rule.line(), "rule \"" + rule.name() + "\": " + problem.message())));
            }
        }
        return found.isEmpty() ? together : found;
    }

    private RuleFile only(Rule rule) {
        RuleFile source = check.sources().stream()
                .filter(file -> file.name().equals(rule.file().name()))
                .findFirst()
                .orElseThrow();
        String text = source.text();
        return source.with("package advisor\n" + text.substring(rule.begin(), Math.min(text.length(), rule.end())));
    }

    /** What the folder lists must be what runs. */
    private boolean complete(KieBase base, Map<String, Rule> rules) {
        Set<String> compiled = base.getKiePackages().stream()
                .flatMap(kiePackage -> kiePackage.getRules().stream())
                .map(org.kie.api.definition.rule.Rule::getName)
                .collect(Collectors.toSet());
        rules.values().stream()
                .filter(rule -> !compiled.contains(rule.name()))
                .forEach(rule -> problems.add(rule.file()
                        .problemInLine(
                                Code.NOT_COMPILED, rule.line(), "rule \"" + rule.name() + "\" was lost in compiling")));
        return compiled.containsAll(rules.keySet());
    }
}
