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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.RuleDescr;
import retention.advice.Dimension;
import retention.advice.Sentences;
import retention.json.DidYouMean;

/** Reads what stands behind a rule's {@code then}: conclusions and nothing else. One object for one rule. */
final class Consequence {

    private static final Set<String> DIMENSIONS = Arrays.stream(Dimension.values())
            .map(dimension -> "Dimension." + dimension)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<BinaryExpr.Operator> SUMS = Set.of(
            BinaryExpr.Operator.PLUS,
            BinaryExpr.Operator.MINUS,
            BinaryExpr.Operator.MULTIPLY,
            BinaryExpr.Operator.DIVIDE);

    private final RuleFile file;
    private final RuleDescr tree;
    private final Set<String> bound;
    private final Collection<Problem> problems;
    private final List<Rule.Said> says = new ArrayList<>();
    private final List<RuleListing.Points> points = new ArrayList<>();

    /** {@code bound} are the names that the conditions remember, without the dollar sign. */
    Consequence(RuleFile file, RuleDescr tree, Set<String> bound, Collection<Problem> problems) {
        this.file = file;
        this.tree = tree;
        this.bound = bound;
        this.problems = problems;
    }

    /** What the rule says. */
    List<Rule.Said> read() {
        conclusions(String.valueOf(tree.getConsequence()));
        return says;
    }

    /** The points among it, as written. */
    List<RuleListing.Points> evidence() {
        return points;
    }

    private void conclusions(String then) {
        BlockStmt block;
        try {
            block = StaticJavaParser.parseBlock("{" + then + "}");
        } catch (ParseProblemException broken) {
            problems.add(inThen(
                    Code.NOT_UNDERSTOOD,
                    "then",
                    "what follows \"then\" cannot be read: is a quote, a parenthesis or a ; missing?"));
            return;
        }
        if (block.getStatements().isEmpty()) {
            problems.add(inThen(Code.CONCLUDES_NOTHING, "then", "the rule concludes nothing"));
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
                Code.NO_CONCLUSION,
                firstWord(statement),
                "only insert( new " + allowed + "( ... ) ); may stand behind \"then\" here"));
    }

    private void said(ObjectCreationExpr made) {
        String kind = made.getTypeAsString();
        boolean evidence = kind.equals("Evidence");
        List<Expression> parts = made.getArguments();
        if (parts.size() != (evidence ? 3 : 2)) {
            String takes = evidence ? "a dimension, points and a sentence" : "a name and a sentence";
            problems.add(inThen(Code.PARTS_OF_CONCLUSION, kind, kind + "( ... ) takes " + takes));
            return;
        }
        if (evidence && !points(parts.get(0).toString(), parts.get(1))) {
            return;
        }
        parts.forEach(this::value);
        Expression because = parts.get(parts.size() - 1);
        if (because.isStringLiteralExpr()) {
            places(because.asStringLiteralExpr().asString());
        }
        if (evidence) {
            says.add(new Rule.Said(kind, "", inThenOffset(kind)));
            String dimension = parts.get(0).asFieldAccessExpr().getNameAsString();
            points.add(new RuleListing.Points(dimension, parts.get(1).toString()));
        } else {
            named(kind, parts.get(0));
        }
    }

    /** Whether the dimension and the points of evidence will do; reports it when not. */
    private boolean points(String dimension, Expression points) {
        if (!DIMENSIONS.contains(dimension)) {
            problems.add(inThen(
                    Code.UNKNOWN_DIMENSION,
                    dimension,
                    "\"" + dimension + "\" is no dimension" + DidYouMean.hint(dimension, DIMENSIONS)));
            return false;
        }
        if (points.isStringLiteralExpr() || points.isDoubleLiteralExpr()) {
            problems.add(
                    inThen(Code.PART_OF_CONCLUSION, points.toString(), "points are a whole number without quotes"));
            return false;
        }
        return true;
    }

    private void named(String kind, Expression first) {
        if (!first.isStringLiteralExpr()) {
            problems.add(inThen(
                    Code.PART_OF_CONCLUSION, kind, "the first thing in " + kind + "( ... ) must be a name in quotes"));
            return;
        }
        String name = first.asStringLiteralExpr().asString();
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
                problems.add(inThen(
                        Code.REMEMBERED_VALUE,
                        name.getNameAsString(),
                        name + " has no value here: the rule does not remember it"));
            }
        } else if (!(value.isStringLiteralExpr()
                || value.isIntegerLiteralExpr()
                || value.isDoubleLiteralExpr()
                || value.toString().matches("Dimension\\.\\w+"))) {
            problems.add(inThen(
                    Code.PART_OF_CONCLUSION,
                    value.toString(),
                    "\"" + value + "\" may not stand here: write texts in quotes, numbers, "
                            + "remembered values such as $days, and sums of those"));
        }
    }

    private void places(String sentence) {
        if (Sentences.malformed(sentence)) {
            problems.add(inThen(
                    Code.PLACE_IN_SENTENCE, "{", "a value in a sentence is written {name}, without a dollar sign"));
            return;
        }
        for (String place : Sentences.places(sentence)) {
            if (!bound.contains(place)) {
                problems.add(inThen(
                        Code.PLACE_IN_SENTENCE,
                        "{" + place + "}",
                        "{" + place + "} has no value: the rule binds no $" + place + DidYouMean.hint(place, bound)));
            }
        }
    }

    private Problem inThen(Code code, String text, String message) {
        return file.problem(code, inThenOffset(text), message);
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
