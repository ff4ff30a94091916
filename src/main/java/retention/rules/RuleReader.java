package retention.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads one rule: what it asks for, what it remembers and what it concludes. One object for one rule. */
final class RuleReader {

    private final RuleFile file;
    private final RuleDescr tree;
    private final Map<String, Declared> declared;
    private final Collection<Problem> problems;

    RuleReader(RuleFile file, RuleDescr tree, Map<String, Declared> declared, Collection<Problem> problems) {
        this.file = file;
        this.tree = tree;
        this.declared = declared;
        this.problems = problems;
    }

    Rule read() {
        var when = new WhenReader(file, tree, declared, problems);
        Set<String> bound = when.read();
        var consequence = new Consequence(file, tree, bound, problems);
        List<Rule.Said> says = consequence.read();
        return new Rule(
                tree.getName(),
                file,
                tree.getLine(),
                Note.above(file, tree.getLine()),
                when.types(),
                bound,
                when.signals(),
                when.asks(),
                says,
                consequence.evidence(),
                tree.getStartCharacter(),
                tree.getEndCharacter());
    }
}
