package retention.rules;

import com.github.javaparser.ParseProblemException;
import com.github.javaparser.Position;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.RuleDescr;
import retention.advice.Dimension;
import retention.advice.Sentences;
import retention.json.DidYouMean;

/** Reads what stands behind a rule's {@code then}: conclusions and nothing else. One object for one rule. */
final class Consequence {

    private static final String DIMENSION = "Dimension.";
    private static final Set<String> DIMENSIONS = Arrays.stream(Dimension.values())
            .map(dimension -> DIMENSION + dimension)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\\b(?!-)");

    private static final Set<BinaryExpr.Operator> SUMS = Set.of(
            BinaryExpr.Operator.PLUS,
            BinaryExpr.Operator.MINUS,
            BinaryExpr.Operator.MULTIPLY,
            BinaryExpr.Operator.DIVIDE);

    private final RuleFile file;
    private final RuleDescr tree;
    private final Set<String> bound;
    private final Collection<Problem> problems;
    private final String then;

    /** Where {@link #then} begins in the file; negative when it stands nowhere word for word. */
    private final int base;

    private final List<Rule.Said> says = new ArrayList<>();
    private final List<RuleListing.Points> points = new ArrayList<>();

    /** {@code bound} are the names that the conditions remember, without the dollar sign. */
    Consequence(RuleFile file, RuleDescr tree, Set<String> bound, Collection<Problem> problems) {
        this.file = file;
        this.tree = tree;
        this.bound = bound;
        this.problems = problems;
        this.then = String.valueOf(tree.getConsequence());
        this.base = file.text().indexOf(then, keyword());
    }

    /** What the rule says. */
    List<Rule.Said> read() {
        BlockStmt block;
        try {
            block = StaticJavaParser.parseBlock("{" + then + "}");
        } catch (ParseProblemException broken) {
            problems.add(unread());
            return says;
        }
        if (block.getStatements().isEmpty()) {
            problems.add(file.problem(Code.CONCLUDES_NOTHING, keyword(), "the rule concludes nothing"));
        }
        block.getStatements().forEach(this::conclusion);
        return says;
    }

    private Problem unread() {
        if (then.contains("insert") || base < 0) {
            return file.problem(
                    Code.NOT_UNDERSTOOD,
                    keyword(),
                    "what follows \"then\" cannot be read: is a quote, a parenthesis or a ; missing?");
        }
        int begin = base + then.length() - then.stripLeading().length();
        return file.problem(Code.NO_CONCLUSION, begin, "write " + example());
    }

    private String example() {
        if (file.stage() == Stage.ASSESSMENT) {
            return "insert( new Evidence( Dimension.TRUST, 5, \"why\" ) ); or insert( new Signal( \"name\", \"why\" ) );";
        }
        String code =
                CODE.matcher(then).results().map(MatchResult::group).findFirst().orElse("CODE_OF_ACTION");
        return "insert( new Recommend( \"" + code + "\", \"why\" ) );";
    }

    /** The points among it, as written. */
    List<RuleListing.Points> evidence() {
        return points;
    }

    private void conclusion(Statement statement) {
        if (statement.isExpressionStmt()
                && statement.asExpressionStmt().getExpression() instanceof MethodCallExpr call
                && call.getNameAsString().equals("insert")
                && call.getScope().isEmpty()
                && call.getArguments().size() == 1
                && call.getTypeArguments().isEmpty()
                && call.getArgument(0) instanceof ObjectCreationExpr made
                && plain(made)
                && file.stage().concludes().contains(made.getTypeAsString())) {
            said(made);
            return;
        }
        Set<String> kinds = new TreeSet<>(file.stage().concludes());
        report(
                Code.NO_CONCLUSION,
                statement,
                "only insert( new " + String.join(" or ", kinds) + "( ... ) ); may stand behind \"then\" here"
                        + elsewhere(statement).orElseGet(() -> hint(statement, kinds)));
    }

    /** Where a rule belongs that concludes what rules of the other stage do. */
    private Optional<String> elsewhere(Statement statement) {
        boolean assessment = file.stage() == Stage.ASSESSMENT;
        Stage other = assessment ? Stage.STRATEGIES : Stage.ASSESSMENT;
        return statement
                .findFirst(ObjectCreationExpr.class)
                .filter(made -> other.concludes().contains(made.getTypeAsString()))
                .map(made -> assessment
                        ? ": a rule that recommends or withholds belongs in trust/, satisfaction/ or switching-cost/"
                        : ": a rule that gives points or a signal belongs in assessment/");
    }

    /** Nothing but {@code new}, what is concluded, and its parts. */
    private static boolean plain(ObjectCreationExpr made) {
        return made.getAnonymousClassBody().isEmpty()
                && made.getTypeArguments().isEmpty()
                && made.getScope().isEmpty();
    }

    /** {@code Math.min} or {@code Math.max} of two values, or {@code Math.floor} of one: the whole number below. */
    private static boolean reckons(MethodCallExpr call) {
        return call.getScope()
                        .filter(scope -> scope instanceof NameExpr math
                                && math.getNameAsString().equals("Math"))
                        .isPresent()
                && Set.of("min2", "max2", "floor1")
                        .contains(call.getNameAsString() + call.getArguments().size())
                && call.getTypeArguments().isEmpty();
    }

    private static String hint(Statement statement, Set<String> kinds) {
        String made = statement
                .findFirst(ObjectCreationExpr.class)
                .map(ObjectCreationExpr::getTypeAsString)
                .orElse("");
        String called = statement
                .findFirst(MethodCallExpr.class)
                .map(MethodCallExpr::getNameAsString)
                .orElse("insert");
        if (!called.equals("insert")) {
            return DidYouMean.hint(called, Set.of("insert"));
        }
        return made.isEmpty() || kinds.contains(made) ? "" : DidYouMean.hint(made, kinds);
    }

    private void said(ObjectCreationExpr made) {
        Parts.Wrong wrong = Parts.wrong(made);
        if (wrong != null) {
            report(Code.PARTS_OF_CONCLUSION, wrong.at(), wrong.message());
            return;
        }
        List<Expression> parts = made.getArguments();
        boolean evidence = made.getTypeAsString().equals("Evidence");
        if (evidence ? points(parts.get(0), parts.get(1)) : named(made.getTypeAsString(), parts.get(0))) {
            parts.forEach(this::value);
            Expression because = parts.get(evidence ? parts.size() - 1 : 1);
            if (because.isStringLiteralExpr()) {
                places(because);
            }
        }
        if (!evidence && parts.size() > 2) {
            weight(parts.get(0), parts.get(2));
        }
        if (evidence) {
            says.add(new Rule.Said("Evidence", "", offset(made.getType())));
        }
    }

    /** Notes how much a recommendation weighs; reports what cannot be a number. */
    private void weight(Expression action, Expression number) {
        if (number.toString().contains("\"") || number.toString().contains(DIMENSION)) {
            report(Code.PART_OF_CONCLUSION, number, "a weight is a number without quotes");
        } else if (action.isStringLiteralExpr()) {
            String code = action.asStringLiteralExpr().asString();
            says.add(new Rule.Said(Rule.WEIGHT, code + " " + number, offset(number)));
        }
    }

    /** Notes the dimension and the points of evidence, and whether they will do; reports it when not. */
    private boolean points(Expression dimension, Expression number) {
        String written = dimension.toString().replace("\"", "");
        if (!DIMENSIONS.contains(dimension.toString())) {
            String full = written.startsWith(DIMENSION) ? written : DIMENSION + written;
            report(
                    Code.UNKNOWN_DIMENSION,
                    dimension,
                    "\"" + written + "\" is no dimension" + DidYouMean.hint(full, DIMENSIONS));
            return false;
        }
        boolean fraction = number.isDoubleLiteralExpr()
                || number.findFirst(DoubleLiteralExpr.class).isPresent();
        if (fraction || number.toString().contains("\"")) {
            report(Code.PART_OF_CONCLUSION, number, "points are a whole number without quotes");
            return false;
        }
        if (number.toString().contains("Math.floor")) {
            report(Code.PART_OF_CONCLUSION, number, "points are reckoned in whole numbers: Math.floor is for weights");
            return false;
        }
        if (number.toString().matches("-?0*[1-9]\\d{2,}") && !number.toString().matches("-?0*100")) {
            report(Code.PART_OF_CONCLUSION, number, "points are from -100 to 100: a score has no more than 100");
            return false;
        }
        points.add(new RuleListing.Points(dimension.asFieldAccessExpr().getNameAsString(), number.toString()));
        return true;
    }

    /** Notes the name that a conclusion is about, and whether it is one; reports it when not. */
    private boolean named(String kind, Expression first) {
        if (!first.isStringLiteralExpr()) {
            report(
                    Code.PART_OF_CONCLUSION,
                    first,
                    "the first thing in " + kind + "( ... ) must be a name in quotes"
                            + (first.isNameExpr() ? ": write \"" + first + "\"" : ""));
            return false;
        }
        says.add(new Rule.Said(kind, first.asStringLiteralExpr().asString(), offset(first) + 1));
        return true;
    }

    /** What may stand in a conclusion: texts, numbers, remembered values, a dimension, and sums of those. */
    private void value(Expression value) {
        if (Figure.wrong(value) != null) {
            report(Code.PART_OF_CONCLUSION, value, String.valueOf(Figure.wrong(value)));
        } else if (value instanceof BinaryExpr sum && SUMS.contains(sum.getOperator())) {
            value(sum.getLeft());
            value(sum.getRight());
        } else if (value instanceof UnaryExpr sign && sign.getOperator() == UnaryExpr.Operator.MINUS) {
            value(sign.getExpression());
        } else if (value instanceof EnclosedExpr inner) {
            value(inner.getInner());
        } else if (value instanceof MethodCallExpr call && reckons(call)) {
            call.getArguments().forEach(this::value);
        } else if (value instanceof NameExpr name && name.getNameAsString().startsWith("$")) {
            remembered(name);
        } else if (!(value.isStringLiteralExpr()
                || value.isIntegerLiteralExpr()
                || value.isDoubleLiteralExpr()
                || (value.isFieldAccessExpr() && DIMENSIONS.contains(value.toString())))) {
            report(
                    Code.PART_OF_CONCLUSION,
                    value,
                    "\"" + value + "\" may not stand here: write texts in quotes, numbers, "
                            + "remembered values such as $days, and sums of those");
        }
    }

    private void remembered(NameExpr name) {
        String bare = name.getNameAsString().substring(1);
        if (!bound.contains(bare)) {
            report(
                    Code.REMEMBERED_VALUE,
                    name,
                    name + " has no value here: the rule does not remember it" + DidYouMean.hint(bare, bound));
        }
    }

    private void places(Expression because) {
        String sentence = because.asStringLiteralExpr().asString();
        if (sentence.isBlank()) {
            report(Code.PART_OF_CONCLUSION, because, "the sentence is empty: write why, for people");
            return;
        }
        if (Sentences.malformed(sentence)) {
            report(because, sentence, sentence.contains("{") ? "{" : "}", Sentences.form(sentence));
            return;
        }
        dollars(because, sentence);
        for (String place : Sentences.places(sentence)) {
            if (!bound.contains(place)) {
                report(
                        because,
                        sentence,
                        "{" + place + "}",
                        "{" + place + "} has no value: the rule remembers no $" + place
                                + DidYouMean.hint(place, bound));
            }
        }
    }

    /** A dollar sign reaches people as it stands. */
    private void dollars(Expression because, String sentence) {
        for (String name : bound) {
            Matcher place =
                    Pattern.compile("\\$\\{?" + Pattern.quote(name) + "(?!\\w)").matcher(sentence);
            if (place.find()) {
                problems.add(file.problem(
                        Code.DOLLAR_IN_SENTENCE,
                        offset(because) + 1 + place.start(),
                        "people will read the dollar sign as it stands: for the value write {" + name + "} alone"));
            }
        }
    }

    private void report(Expression because, String sentence, String place, String message) {
        int at = offset(because) + 1 + Math.max(0, sentence.indexOf(place));
        problems.add(file.problem(Code.PLACE_IN_SENTENCE, at, message));
    }

    private void report(Code code, Node part, String message) {
        problems.add(file.problem(code, offset(part), message));
    }

    /** Where a part of what is concluded stands in the file. */
    private int offset(Node part) {
        Position begin = part.getBegin().orElse(Position.HOME);
        int brace = begin.line == 1 ? 1 : 0; // the one that parsing puts before it
        return base < 0 ? keyword() : base + RuleFile.lineStart(then, begin.line) + begin.column - 1 - brace;
    }

    /** Where the word then stands. */
    private int keyword() {
        return Math.max(0, file.text().indexOf("then", file.lineStart(tree.getConsequenceLine())));
    }
}
