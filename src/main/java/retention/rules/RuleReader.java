package retention.rules;

import com.github.javaparser.ParseProblemException;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import retention.advice.Sentences;
import retention.json.DidYouMean;

/** Reads one rule: what it matches on, what it binds, what it asks for and what it says. One object for one rule. */
final class RuleReader {

    private static final Pattern BINDING = Pattern.compile("\\$(\\w+)\\s*:(?!:)");
    private static final Pattern SIGNAL = Pattern.compile("name\\s*==\\s*\"([^\"]*)\"");

    private final RuleFile file;
    private final RuleDescr tree;
    private final Map<String, Declared> declared;
    private final Collection<Problem> problems;
    private final Set<String> types = new TreeSet<>();
    private final Set<String> bound = new TreeSet<>();
    private final List<Rule.Said> signals = new ArrayList<>();
    private final List<Rule.Said> says = new ArrayList<>();

    RuleReader(RuleFile file, RuleDescr tree, Map<String, Declared> declared, Collection<Problem> problems) {
        this.file = file;
        this.tree = tree;
        this.declared = declared;
        this.problems = problems;
    }

    Rule read() {
        conditions(tree.getLhs());
        conclusions(String.valueOf(tree.getConsequence()));
        String note = file.commentAbove(tree.getLine());
        return new Rule(tree.getName(), file, tree.getLine(), note, types, bound, signals, says);
    }

    private void conditions(@Nullable Object part) {
        if (part instanceof PatternDescr pattern) {
            pattern(pattern);
        } else if (part instanceof AccumulateDescr accumulate) {
            conditions(accumulate.getInput());
            accumulate.getFunctions().forEach(f -> bind(f.getBind()));
        } else if (part instanceof ConditionalElementDescr several) {
            several.getDescrs().forEach(this::conditions);
        }
    }

    private void pattern(PatternDescr pattern) {
        String type = pattern.getObjectType();
        bind(pattern.getIdentifier());
        if (pattern.getSource() != null) {
            conditions(pattern.getSource());
        } else {
            types.add(type);
            checkType(pattern);
        }
        for (BaseDescr part : pattern.getConstraint().getDescrs()) {
            if (part instanceof ExprConstraintDescr condition) {
                condition(type, condition);
            }
        }
    }

    private void condition(String type, ExprConstraintDescr condition) {
        String text = condition.getExpression();
        Matcher bindings = BINDING.matcher(text);
        while (bindings.find()) {
            bind(bindings.group(1));
        }
        int offset = file.text().indexOf(text, Math.max(0, file.lineStart(condition.getLine())));
        new Conditions(file, declared, problems).check(type, text, Math.max(0, offset));
        Matcher signal = SIGNAL.matcher(text);
        while ("Signal".equals(type) && signal.find()) {
            signals.add(new Rule.Said("Signal", signal.group(1), Math.max(0, offset) + signal.start(1)));
        }
    }

    private void bind(@Nullable String name) {
        if (name != null) {
            bound.add(name.startsWith("$") ? name.substring(1) : name);
        }
    }

    private void checkType(PatternDescr pattern) {
        String type = pattern.getObjectType();
        var known = Vocabulary.types(file.stage());
        known.addAll(declared.keySet());
        if (!known.contains(type)) {
            int offset = file.text().indexOf(type, file.lineStart(pattern.getLine()));
            String why = file.stage().concludes().contains(type)
                    ? " is what these rules conclude; a rule cannot wait for another of its kind"
                    : " is not a fact" + DidYouMean.hint(type, known);
            problems.add(file.problem(offset, "\"" + type + "\"" + why));
        }
    }

    private void conclusions(String then) {
        BlockStmt block;
        try {
            block = StaticJavaParser.parseBlock("{" + then + "}");
        } catch (ParseProblemException broken) {
            problems.add(
                    inThen("then", "what follows \"then\" cannot be read: is a quote, a parenthesis or a ; missing?"));
            return;
        }
        if (block.getStatements().isEmpty()) {
            problems.add(inThen("then", "the rule concludes nothing"));
        }
        block.getStatements().forEach(this::conclusion);
    }

    private void conclusion(Statement statement) {
        if (statement.isExpressionStmt()
                && statement.asExpressionStmt().getExpression() instanceof MethodCallExpr call
                && call.getNameAsString().equals("insert")
                && call.getScope().isEmpty()
                && call.getArguments().size() == 1
                && call.getArgument(0) instanceof ObjectCreationExpr made
                && file.stage().concludes().contains(made.getTypeAsString())) {
            said(made);
            return;
        }
        String allowed = String.join(" or ", new TreeSet<>(file.stage().concludes()));
        problems.add(inThen(
                firstWord(statement), "only insert( new " + allowed + "( ... ) ); may stand behind \"then\" here"));
    }

    private void said(ObjectCreationExpr made) {
        String kind = made.getTypeAsString();
        Expression because = made.getArguments().isEmpty()
                ? null
                : made.getArgument(made.getArguments().size() - 1);
        if (because != null && because.isStringLiteralExpr()) {
            places(because.asStringLiteralExpr().asString());
        }
        if (kind.equals("Evidence")) {
            says.add(new Rule.Said(kind, "", inThenOffset(kind)));
            return;
        }
        if (made.getArguments().isEmpty() || !made.getArgument(0).isStringLiteralExpr()) {
            problems.add(inThen(kind, "the first thing in " + kind + "( ... ) must be a name in quotes"));
            return;
        }
        String name = made.getArgument(0).asStringLiteralExpr().asString();
        says.add(new Rule.Said(kind, name, inThenOffset("\"" + name + "\"") + 1));
    }

    private void places(String sentence) {
        for (String place : Sentences.places(sentence)) {
            if (!bound.contains(place)) {
                problems.add(inThen(
                        "{" + place + "}",
                        "{" + place + "} has no value: the rule binds no $" + place + DidYouMean.hint(place, bound)));
            }
        }
    }

    private Problem inThen(String text, String message) {
        return file.problem(inThenOffset(text), message);
    }

    /** Where a text stands behind the rule's {@code then}; at {@code then} itself when it cannot be found. */
    private int inThenOffset(String text) {
        int then = file.text().indexOf("then", Math.max(0, file.lineStart(tree.getConsequenceLine())));
        int found = file.text().indexOf(text, Math.max(0, then));
        return found < 0 ? Math.max(0, then) : found;
    }

    private static String firstWord(Statement statement) {
        return statement.toString().strip().split("[\\s(;.]", 2)[0];
    }
}
