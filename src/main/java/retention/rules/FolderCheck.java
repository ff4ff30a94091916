package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import retention.advice.Catalogue;
import retention.advice.Scales;

/**
 * Everything that can be said about a rule folder before it is compiled.
 *
 * @param sources the rule files as they are compiled, without declared facts
 * @param declared the company's own facts by name
 * @param playbook null when the folder has none
 */
record FolderCheck(
        List<RuleFile> sources,
        List<Rule> rules,
        Map<String, Declared> declared,
        @Nullable Catalogue catalogue,
        @Nullable Playbook playbook,
        @Nullable Scales scales) {

    static FolderCheck of(RuleFolder folder, Collection<Problem> problems) {
        var parser = new RuleParser(problems);
        Map<RuleFile, PackageDescr> trees = new LinkedHashMap<>();
        Map<String, Declared> declared = new TreeMap<>();
        Map<String, RuleFile> declaredIn = new HashMap<>();
        for (RuleFile file : folder.ruleFiles()) {
            PackageDescr tree = parser.parse(file);
            if (tree != null) {
                trees.put(file, tree);
                for (Declared fact : parser.declared(file, tree)) {
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
        }
        List<Rule> rules = rules(trees, declared, problems);
        var settings = new Settings(folder, problems);
        Catalogue catalogue = new CatalogueFiles(folder, settings).read();
        Playbook playbook = PlaybookReader.read(folder, settings);
        if (trees.size() == folder.ruleFiles().size()) { // names in a file that cannot be read are not known
            new Checks(rules, problems).run(catalogue, playbook);
        }
        List<RuleFile> sources = trees.entrySet().stream()
                .map(file -> RuleParser.rulesOnly(file.getKey(), file.getValue()))
                .toList();
        return new FolderCheck(sources, rules, declared, catalogue, playbook, settings.scales());
    }

    private static List<Rule> rules(
            Map<RuleFile, PackageDescr> trees, Map<String, Declared> declared, Collection<Problem> problems) {
        var rules = new ArrayList<Rule>();
        trees.forEach((file, tree) -> {
            for (RuleDescr rule : tree.getRules()) {
                rules.add(new RuleReader(file, rule, declared, problems).read());
            }
            if (tree.getRules().isEmpty() && tree.getTypeDeclarations().isEmpty()) {
                problems.add(Problem.of(Code.NO_RULE_IN_FILE, file.shown(), "holds no rule"));
            }
        });
        return rules;
    }
}
