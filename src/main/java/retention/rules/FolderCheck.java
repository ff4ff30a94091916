package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import retention.advice.Catalogue;
import retention.advice.Scales;
import retention.policy.ContactPolicy;
import retention.policy.Weighing;

/**
 * Everything that can be said about a rule folder before it is compiled.
 *
 * @param sources the rule files as they are compiled, without declared facts
 * @param declared the company's own facts by name
 * @param playbook null when the folder has none
 * @param warnings what stops nothing; none before the folder is {@link #reviewed}
 */
record FolderCheck(
        List<RuleFile> sources,
        List<Rule> rules,
        Map<String, Declared> declared,
        @Nullable Catalogue catalogue,
        @Nullable Playbook playbook,
        @Nullable Scales scales,
        @Nullable ContactPolicy policy,
        @Nullable Weighing weighing,
        List<Problem> warnings) {

    private static final Pattern DECLARE = Pattern.compile("(?m)^[ \\t]*declare\\s+(\\w+)");

    /** The same folder, all right as it is, with what was found so far and stops nothing, and what its rules say in vain. */
    FolderCheck reviewed(Collection<Problem> found) {
        var all = new TreeSet<>(found);
        all.addAll(new Review(rules, declared, Objects.requireNonNull(catalogue)).warnings());
        return new FolderCheck(
                sources, rules, declared, catalogue, playbook, scales, policy, weighing, List.copyOf(all));
    }

    static FolderCheck of(RuleFolder folder, Collection<Problem> all) {
        var problems = new FirstProblems(all);
        var parser = new RuleParser(problems);
        Map<RuleFile, PackageDescr> trees = new LinkedHashMap<>();
        Map<String, Declared> declared = new TreeMap<>();
        Map<String, RuleFile> declaredIn = new HashMap<>();
        var broken = new StringBuilder();
        for (RuleFile file : folder.ruleFiles()) {
            if (file.text().isBlank()) {
                problems.add(Problem.of(Code.EMPTY_FILE, file.shown(), "is empty"));
                continue;
            }
            Syntax syntax = Syntax.of(file, problems);
            broken.append(syntax.broken());
            PackageDescr tree = syntax.tree();
            parser.furniture(file, tree);
            if (syntax.empty()) {
                problems.add(Problem.of(Code.NO_RULE_IN_FILE, file.shown(), "holds no rule"));
            }
            trees.put(file, tree);
            int before = problems.size();
            List<Declared> facts = parser.declared(file, tree);
            if (problems.size() > before) { // nor can be judged what rules ask of them
                facts.forEach(
                        fact -> broken.append("declare ").append(fact.name()).append('\n'));
            }
            for (Declared fact : facts) {
                declared.put(fact.name(), fact);
                RuleFile earlier = declaredIn.putIfAbsent(fact.name(), file);
                if (earlier != null) {
                    problems.add(file.problem(
                            Code.DECLARED_FACT,
                            Math.max(0, file.text().indexOf("declare " + fact.name())),
                            fact.name() + " is declared in " + earlier.shown() + " already"));
                }
            }
        }
        List<Rule> rules = rules(trees, declared, lost(broken), problems);
        var settings = new Settings(folder, problems);
        Weighing weighing = ArbitrationFile.read(folder, settings);
        Catalogue catalogue = weighing == null ? null : new CatalogueFiles(folder, settings, weighing).read();
        Playbook playbook = PlaybookReader.read(folder, settings);
        new Checks(rules, broken.toString(), problems).run(catalogue, playbook, weighing);
        List<RuleFile> sources = trees.entrySet().stream()
                .map(file -> RuleParser.rulesOnly(file.getKey(), file.getValue()))
                .toList();
        ContactPolicy policy = PolicyReader.read(folder, settings, catalogue, declared);
        if (catalogue != null && policy != null) {
            new TenureLint(rules, catalogue, policy.personalPrice(), problems).run();
            new ExitLint(catalogue, policy.personalPrice(), problems).run(rules);
        }
        return new FolderCheck(
                sources, rules, declared, catalogue, playbook, settings.scales(), policy, weighing, List.of());
    }

    private static List<Rule> rules(
            Map<RuleFile, PackageDescr> trees,
            Map<String, Declared> declared,
            Pattern lost,
            Collection<Problem> problems) {
        var rules = new ArrayList<Rule>();
        trees.forEach((file, tree) -> {
            for (RuleDescr rule : tree.getRules()) {
                if (!lost.matcher(file.text().substring(rule.getStartCharacter(), rule.getEndCharacter()))
                        .find()) {
                    rules.add(new RuleReader(file, rule, declared, problems).read());
                }
            }
        });
        return rules;
    }

    /** Facts that could not be read: what rules say of them cannot be judged. */
    private static Pattern lost(CharSequence broken) {
        List<String> names = DECLARE.matcher(broken)
                .results()
                .map(found -> Pattern.quote(found.group(1)))
                .toList();
        return Pattern.compile(names.isEmpty() ? "(?!)" : "\\b(" + String.join("|", names) + ")\\b");
    }
}
