package retention.rules;

import com.github.javaparser.ParseProblemException;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import retention.advice.Dimension;
import retention.advice.Sentences;
import retention.json.DidYouMean;

/** Reads one rule: what it matches on, what it binds, what it asks for and what it says. One object for one rule. */
final class RuleReader {

    private static final Pattern BINDING = Pattern.compile("\\$(\\w+)\\s*:(?!:)");
    private static final Pattern SIGNAL = Pattern.compile("\\s*name\\s*==\\s*\"([^\"]*)\"\\s*");

    private static final Set<String> DIMENSIONS = Arrays.stream(Dimension.values())
            .map(dimension -> "Dimension." + dimension)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<BinaryExpr.Operator> SUMS = Set.of(
            BinaryExpr.Operator.PLUS,
            BinaryExpr.Operator.MINUS,
            BinaryExpr.Operator.MULTIPLY,
            BinaryExpr.Operator.DIVIDE);

    /** Facts that are always there. */
    private static final Set<String> CERTAIN = Set.of("Trust", "Satisfaction", "SwitchingCost", "Signal", "Today");

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
        conditions(tree.getLhs(), true);
        if (tree.getLhs().getDescrs().isEmpty()) {
            problems.add(file.problemInLine(
                    tree.getLine(), "the rule asks nothing: write Customer() if it is for everybody"));
        }
        conclusions(String.valueOf(tree.getConsequence()));
        String note = file.commentAbove(tree.getLine());
        return new Rule(
                tree.getName(),
                file,
                tree.getLine(),
                note,
                types,
                bound,
                signals,
                says,
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
                    tree.getLine(),
                    "the rule asks in a way that is not allowed: ask facts, "
                            + "with exists, not, or, and accumulate"));
        }
    }

    private void pattern(PatternDescr pattern, boolean certain) {
        String type = pattern.getObjectType();
        if (pattern.getSource() instanceof AccumulateDescr) {
            conditions(pattern.getSource(), certain);
        } else if (pattern.getSource() != null) {
            problems.add(file.problemInLine(
                    pattern.getLine(), "\"from\" is not allowed: ask the fact itself, or a list of the customer"));
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
        } else {
            problems.add(file.problem(offset, "a signal is asked for by its name: Signal( name == \"...\" )"));
        }
    }

    /** That there is no such fact can be said only when the list it comes from was sent. */
    private void absence(@Nullable Object part, String what) {
        if (!(part instanceof PatternDescr pattern) || CERTAIN.contains(pattern.getObjectType())) {
            return;
        }
        String source = Vocabulary.source(pattern.getObjectType());
        boolean asked = source != null && lhs().matches("(?s).*\\b" + source + "\\s*\\.\\s*known\\b.*");
        if (!asked) {
            String advice = source == null
                    ? "ask what is known instead"
                    : "ask also Customer( " + source + ".known ), or ask its list, as in Customer( " + source
                            + ".none )";
            problems.add(file.problemInLine(
                    pattern.getLine(),
                    "that " + what + " would hold for a customer of whom nothing is known, too: " + advice));
        }
    }

    private String lhs() {
        int end = Math.max(0, file.lineStart(tree.getConsequenceLine()));
        return file.text().substring(Math.max(0, file.lineStart(tree.getLine())), Math.max(end, tree.getLine()));
    }

    private void bind(@Nullable String name, boolean certain) {
        if (name != null && certain) {
            bind(name);
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
        int wanted = kind.equals("Evidence") ? 3 : 2;
        if (made.getArguments().size() != wanted) {
            problems.add(inThen(
                    kind,
                    kind + "( ... ) takes "
                            + (wanted == 3 ? "a dimension, points and a sentence" : "a name and a sentence")));
            return;
        }
        if (wanted == 3 && !DIMENSIONS.contains(made.getArgument(0).toString())) {
            String written = made.getArgument(0).toString();
            problems.add(inThen(written, "\"" + written + "\" is no dimension" + DidYouMean.hint(written, DIMENSIONS)));
            return;
        }
        if (wanted == 3
                && (made.getArgument(1).isStringLiteralExpr()
                        || made.getArgument(1).isDoubleLiteralExpr())) {
            problems.add(inThen(made.getArgument(1).toString(), "points are a whole number without quotes"));
            return;
        }
        made.getArguments().forEach(this::value);
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

    /** What may stand in a conclusion: texts, numbers, remembered values, a dimension, and sums of those. */
    private void value(Expression value) {
        if (value instanceof BinaryExpr sum && SUMS.contains(sum.getOperator())) {
            value(sum.getLeft());
            value(sum.getRight());
        } else if (value instanceof UnaryExpr sign && sign.getOperator() == UnaryExpr.Operator.MINUS) {
            value(sign.getExpression());
        } else if (value instanceof EnclosedExpr inner) {
            value(inner.getInner());
        } else if (value instanceof MethodCallExpr call && call.toString().matches("(?s)Math\\.(min|max)\\(.*")) {
            call.getArguments().forEach(this::value);
        } else if (value instanceof NameExpr name && name.getNameAsString().startsWith("$")) {
            if (!bound.contains(name.getNameAsString().substring(1))) {
                problems.add(
                        inThen(name.getNameAsString(), name + " has no value here: the rule does not remember it"));
            }
        } else if (!(value.isStringLiteralExpr()
                || value.isIntegerLiteralExpr()
                || value.isDoubleLiteralExpr()
                || value.toString().matches("Dimension\\.\\w+"))) {
            problems.add(inThen(
                    value.toString(),
                    "\"" + value + "\" may not stand here: write texts in quotes, numbers, "
                            + "remembered values such as $days, and sums of those"));
        }
    }

    private void places(String sentence) {
        if (Sentences.malformed(sentence)) {
            problems.add(inThen("{", "a value in a sentence is written {name}, without a dollar sign"));
            return;
        }
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
