package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import retention.json.DidYouMean;

/** Reads one rule: what it matches on, what it remembers and what it asks for. One object for one rule. */
final class RuleReader {

    private static final Pattern BINDING = Pattern.compile("\\$(\\w+)\\s*:(?!:)");
    private static final String WHICH_SIGNAL = "a signal is asked for by its name: Signal( name == \"...\" )";
    private static final Pattern REASON = Pattern.compile("\\s*\\$\\w+\\s*:\\s*because\\s*");
    private static final Pattern SIGNAL = Pattern.compile("\\s*name\\s*==\\s*\"([^\"]*)\"\\s*");

    /** Facts that are always there. */
    private static final Set<String> CERTAIN = Set.of("Trust", "Satisfaction", "SwitchingCost", "Signal", "Today");

    private final RuleFile file;
    private final RuleDescr tree;
    private final Map<String, Declared> declared;
    private final Collection<Problem> problems;
    private final Set<String> types = new TreeSet<>();
    private final Set<String> bound = new TreeSet<>();
    private final List<Rule.Said> signals = new ArrayList<>();

    RuleReader(RuleFile file, RuleDescr tree, Map<String, Declared> declared, Collection<Problem> problems) {
        this.file = file;
        this.tree = tree;
        this.declared = declared;
        this.problems = problems;
    }

    Rule read() {
        conditions(tree.getLhs(), true);
        if (tree.getLhs().getDescrs().isEmpty()) {
            problems.add(file.problemInLine(
                    Code.ASKS_NOTHING,
                    tree.getLine(),
                    "the rule asks nothing: write Customer() if it is for everybody"));
        }
        var consequence = new Consequence(file, tree, bound, problems);
        List<Rule.Said> says = consequence.read();
        return new Rule(
                tree.getName(),
                file,
                tree.getLine(),
                Note.above(file, tree.getLine()),
                types,
                bound,
                signals,
                says,
                consequence.evidence(),
                tree.getStartCharacter(),
                tree.getEndCharacter());
    }

    private void conditions(@Nullable Object part, boolean certain) {
        if (part instanceof PatternDescr pattern) {
            pattern(pattern, certain);
        } else if (part instanceof AccumulateDescr accumulate) {
            absence(accumulate.getInput(), "nothing is summed up");
            conditions(accumulate.getInput(), false);
            accumulate.getFunctions().forEach(f -> bind(f.getBind(), certain));
        } else if (part instanceof NotDescr || part instanceof ForallDescr) {
            ((ConditionalElementDescr) part).getDescrs().forEach(one -> absence(one, "there is none"));
            ((ConditionalElementDescr) part).getDescrs().forEach(one -> conditions(one, false));
        } else if (part instanceof AndDescr || part instanceof ExistsDescr || part instanceof OrDescr) {
            boolean all = certain && part instanceof AndDescr;
            ((ConditionalElementDescr) part).getDescrs().forEach(one -> conditions(one, all));
        } else if (part != null) {
            problems.add(file.problemInLine(
                    Code.NOT_ALLOWED,
                    tree.getLine(),
                    "the rule asks in a way that is not allowed: ask facts, "
                            + "with exists, not, or, and accumulate"));
        }
    }

    private void pattern(PatternDescr pattern, boolean certain) {
        String type = pattern.getObjectType();
        if (pattern.getSource() instanceof AccumulateDescr) {
            conditions(pattern.getSource(), certain);
            bind(pattern.getIdentifier(), certain); // a number; elsewhere it is a whole fact, which no sentence holds
        } else if (pattern.getSource() != null) {
            problems.add(file.problemInLine(
                    Code.NOT_ALLOWED,
                    pattern.getLine(),
                    "\"from\" is not allowed: ask the fact itself, or a list of the customer"));
        } else {
            types.add(type);
            checkType(pattern);
        }
        var conditions = new Conditions(file, type, declared, problems);
        var parts = pattern.getConstraint().getDescrs().stream()
                .filter(ExprConstraintDescr.class::isInstance)
                .map(ExprConstraintDescr.class::cast)
                .toList();
        parts.forEach(part -> conditions.guards(part.getExpression()));
        parts.forEach(part -> condition(conditions, type, part, certain));
        if ("Signal".equals(type)
                && parts.stream()
                        .allMatch(part -> REASON.matcher(part.getExpression()).matches())) {
            problems.add(file.problemInLine(Code.SIGNAL_WITHOUT_NAME, pattern.getLine(), WHICH_SIGNAL));
        }
    }

    private void condition(Conditions conditions, String type, ExprConstraintDescr condition, boolean certain) {
        String text = condition.getExpression();
        Matcher bindings = BINDING.matcher(text);
        while (bindings.find()) {
            bind(bindings.group(1), certain);
        }
        int offset = Math.max(0, file.text().indexOf(text, Math.max(0, file.lineStart(condition.getLine()))));
        conditions.check(text, offset);
        if ("Signal".equals(type)) {
            signal(text, offset);
        }
    }

    private void signal(String text, int offset) {
        Matcher signal = SIGNAL.matcher(text);
        if (signal.matches()) {
            signals.add(new Rule.Said("Signal", signal.group(1), offset + signal.start(1)));
        } else if (!REASON.matcher(text).matches()) { // why it was raised may be remembered
            problems.add(file.problem(Code.SIGNAL_WITHOUT_NAME, offset, WHICH_SIGNAL));
        }
    }

    /** That there is no such fact can be said only when the list it comes from was sent. */
    private void absence(@Nullable Object part, String what) {
        if (!(part instanceof PatternDescr pattern) || CERTAIN.contains(pattern.getObjectType())) {
            return;
        }
        String source = Vocabulary.source(pattern.getObjectType());
        boolean asked = source != null && text().matches("(?s).*\\b" + source + "\\s*\\.\\s*known\\b.*");
        if (!asked) {
            String advice = source == null
                    ? "ask what is known instead"
                    : "ask also Customer( " + source + ".known ), or ask its list, as in Customer( " + source
                            + ".none )";
            problems.add(file.problemInLine(
                    Code.MISSING_PASSES,
                    pattern.getLine(),
                    "that " + what + " would hold for a customer of whom nothing is known, too: " + advice));
        }
    }

    private String text() {
        return file.text().substring(tree.getStartCharacter(), tree.getEndCharacter());
    }

    private void bind(@Nullable String name, boolean certain) {
        if (name != null && certain) {
            bound.add(name.startsWith("$") ? name.substring(1) : name);
        }
    }

    private void checkType(PatternDescr pattern) {
        String type = pattern.getObjectType();
        var known = Vocabulary.types(file.stage());
        known.addAll(declared.keySet());
        if (!known.contains(type)) {
            int offset = file.text().indexOf(type, file.lineStart(pattern.getLine()));
            boolean own = file.stage().concludes().contains(type);
            String why = own
                    ? " is what these rules conclude; a rule cannot wait for another of its kind"
                    : " is not a fact" + DidYouMean.hint(type, known);
            problems.add(file.problem(own ? Code.OWN_CONCLUSION : Code.UNKNOWN_FACT, offset, "\"" + type + "\"" + why));
        }
    }
}
