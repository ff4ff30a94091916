package retention.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AtomicExprDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.ConstraintConnectiveDescr;
import org.drools.drl.ast.descr.RelationalExprDescr;
import org.drools.drl.parser.DrlExprParser;
import org.drools.drl.parser.DrlExprParserFactory;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import retention.facts.Facts;
import retention.json.DidYouMean;

/**
 * Checks the conditions on one fact against the vocabulary: every name exists, and nothing counts a missing value as if it
 * were there. {@code segment != Segment.PRICE} would hold for a customer whose segment nobody told us.
 */
final class Conditions {

    private static final Set<String> WORDS = Set.of(
            "not",
            "in",
            "matches",
            "contains",
            "excludes",
            "memberOf",
            "null",
            "true",
            "false",
            "this",
            "str",
            "startsWith",
            "endsWith",
            "length");
    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'");
    private static final Pattern CHAIN_START = Pattern.compile("(?<![\\w$.!])(?<!\\.\\s)(\\$?[A-Za-z_]\\w*)");
    private static final Pattern CONSTANT = Pattern.compile("\\G\\s*\\.\\s*([A-Za-z_]\\w*)");
    private static final Pattern ARITHMETIC = Pattern.compile("[-+*/%]");

    private final RuleFile file;
    private final @Nullable Class<?> type;
    private final @Nullable Declared own;
    private final Collection<Problem> problems;
    private final Set<String> guarded = new HashSet<>();

    Conditions(RuleFile file, String fact, Map<String, Declared> declared, Collection<Problem> problems) {
        this.file = file;
        this.type = Vocabulary.type(fact);
        this.own = declared.get(fact);
        this.problems = problems;
    }

    /** The sentence for a name that a type does not have. */
    static String unknown(Class<?> type, String name) {
        Set<String> questions = Vocabulary.questions(type);
        return questions.contains(name)
                ? "\"" + name + "\" of " + type.getSimpleName() + " needs other values in its parentheses"
                : unknown(type.getSimpleName(), name, questions);
    }

    /** The sentence for a name that a fact does not have. */
    static String unknown(String fact, String name, Set<String> names) {
        return fact + " has no field \"" + name + "\"" + DidYouMean.hint(name, names);
    }

    /** Notes what this condition asks to be known, so that {@link #check} of the others can rely on it. */
    void guards(String condition) {
        walk(parse(condition), part -> {
            if (part instanceof RelationalExprDescr relation
                    && relation.getOperator().equals("!=")
                    && text(relation.getRight()).equals("null")) {
                guarded.add(text(relation.getLeft()));
            }
        });
    }

    /** Checks the condition that stands at an offset of the file. */
    void check(String condition, int offset) {
        int before = problems.size();
        names(condition, offset);
        if (problems.size() == before) {
            walk(parse(condition), part -> meaning(part, offset));
        }
    }

    private void names(String condition, int offset) {
        String bare = TEXT.matcher(condition)
                .replaceAll(text -> "0".repeat(text.group().length())); // same length, and no name
        Matcher start = CHAIN_START.matcher(bare);
        while (start.find()) {
            String name = start.group(1);
            if (bare.substring(start.end()).matches("(?s)\\s*:.*") && !name.startsWith("$")) {
                report(
                        Code.REMEMBERED_VALUE,
                        offset + start.start(1),
                        "a remembered value begins with a dollar sign: $" + name);
            } else if (Character.isUpperCase(name.charAt(0))) {
                constant(name, bare, start.end(1), offset + start.start(1));
            } else if (!name.startsWith("$") && !WORDS.contains(name)) {
                Chain chain = chain(condition, start.start(1));
                if (chain.wrong() != null) {
                    report(chain.code(), offset + chain.at(), chain.wrong());
                }
            }
        }
    }

    private Chain chain(String text, int at) {
        if (own != null) {
            return Chain.ofDeclared(own, text, at);
        }
        return type == null ? new Chain(null, false, Code.UNKNOWN_FIELD, null, at) : Chain.of(type, text, at);
    }

    /** {@code Segment.PRICE}: an enum of the vocabulary with one of its words. */
    private void constant(String name, String bare, int end, int offset) {
        Matcher step = CONSTANT.matcher(bare);
        Class<?> words = Vocabulary.words(name);
        if (words == null) {
            report(
                    Code.UNKNOWN_WORD,
                    offset,
                    "\"" + name + "\" is not a word of the vocabulary" + DidYouMean.hint(name, Vocabulary.wordLists()));
            return;
        }
        List<String> known =
                Arrays.stream(words.getEnumConstants()).map(String::valueOf).toList();
        if (step.find(end) && !known.contains(step.group(1))) {
            report(
                    Code.UNKNOWN_WORD,
                    offset + step.start(1) - (end - name.length()),
                    name + " has no \"" + step.group(1) + "\"" + DidYouMean.hint(step.group(1), known));
        }
    }

    private void meaning(BaseDescr part, int offset) {
        if (part instanceof RelationalExprDescr relation) {
            relation(relation, offset);
        } else if (part instanceof AtomicExprDescr alone) {
            alone(alone.getExpression().strip(), offset);
        } else if (part instanceof BindingDescr binding) {
            remembered(binding, offset);
        }
    }

    /** The engine would remember the first operand and drop the rest without a word. */
    private void remembered(BindingDescr binding, int offset) {
        String bare = TEXT.matcher(binding.getExpression()).replaceAll("0");
        if (ARITHMETIC.matcher(bare).find()) {
            report(
                    Code.REMEMBERED_VALUE,
                    offset,
                    binding.getVariable() + " must remember one answer: reckon behind \"then\", or in a comparison");
        }
    }

    private void relation(RelationalExprDescr relation, int offset) {
        if (relation.getLeft() instanceof BindingDescr binding) {
            remembered(binding, offset);
        }
        String left = text(relation.getLeft());
        String right = text(relation.getRight());
        if (right.equals("null") || left.equals("null")) {
            return;
        }
        boolean negated = relation.getOperator().equals("!=")
                || relation.getOperatorDescr().isNegated();
        if (negated && missing(left)) {
            report(
                    Code.MISSING_PASSES,
                    offset,
                    "\"" + left + "\" may be missing, and what is missing would pass: ask also " + left + " != null");
        } else if (right.equals("false") && left.matches("(?s).*\\.\\s*(any|none)")) {
            report(
                    Code.MISSING_PASSES,
                    offset,
                    "a list that was not sent would pass: write " + left.replaceFirst("any$", "none"));
        } else if (missing(left) && missing(right)) {
            report(
                    Code.MISSING_PASSES,
                    offset,
                    "both \"" + left + "\" and \"" + right + "\" may be missing, and would be equal: ask also " + left
                            + " != null");
        }
        arithmetic(left, offset);
        arithmetic(right, offset);
        kinds(left, right, offset);
    }

    /** A text is compared with a text, a number with a number. */
    private void kinds(String left, String right, int offset) {
        boolean asks = !left.isEmpty() && Character.isLowerCase(left.charAt(0)) && !WORDS.contains(left);
        Class<?> kind =
                asks && !ARITHMETIC.matcher(TEXT.matcher(left).replaceAll("0")).find()
                        ? chain(left, 0).type()
                        : null;
        if (kind == null) {
            return;
        }
        boolean number = Number.class.isAssignableFrom(kind) || kind == int.class || kind == long.class;
        if (kind.isEnum() && right.startsWith("\"")) {
            report(
                    Code.WRONG_KIND,
                    offset,
                    "\"" + left + "\" is one of a list of words: write " + kind.getSimpleName() + "."
                            + right.replace("\"", ""));
        } else if (Facts.class.isAssignableFrom(kind)) {
            report(Code.WRONG_KIND, offset, "\"" + left + "\" is a list: ask it something, as in " + left + ".count");
        } else if (kind == LocalDate.class && !right.startsWith("$") && !Character.isLowerCase(right.charAt(0))) {
            report(
                    Code.WRONG_KIND,
                    offset,
                    "\"" + left + "\" is a date: ask for its age in days, such as daysAgo, or Today( between( ... ) )");
        } else if (number && (right.startsWith("\"") || right.equals("true") || right.equals("false"))) {
            report(Code.WRONG_KIND, offset, "\"" + left + "\" is a number, and " + right + " is none");
        } else if (kind == String.class && right.matches("[-\\d.]+")) {
            report(Code.WRONG_KIND, offset, "\"" + left + "\" is a text: write \"" + right + "\" in quotes");
        }
    }

    /** A condition without a comparison: a question with yes or no. */
    private void alone(String question, int offset) {
        boolean negated = question.startsWith("!");
        String asked = negated ? question.substring(1).strip() : question;
        Chain chain = asked.isEmpty() || !Character.isJavaIdentifierStart(asked.charAt(0)) || asked.startsWith("$")
                ? new Chain(null, false, Code.UNKNOWN_FIELD, null, 0)
                : chain(asked, 0);
        if (chain.type() == Boolean.class) {
            report(Code.MISSING_PASSES, offset, "\"" + asked + "\" may be missing: write " + asked + " == " + !negated);
        } else if (negated && asked.matches("(?s).*\\.\\s*(any|none)")) {
            report(
                    Code.MISSING_PASSES,
                    offset,
                    "a list that was not sent would pass: write " + asked.replaceFirst("any$", "none"));
        } else if (chain.type() != null && chain.type() != boolean.class) {
            report(
                    Code.WRONG_KIND,
                    offset,
                    "\"" + asked + "\" is not a question with yes or no: compare it, as in " + asked + " >= 1");
        }
    }

    private void arithmetic(String side, int offset) {
        String bare = TEXT.matcher(side).replaceAll("0");
        if (!ARITHMETIC.matcher(bare).find()) {
            return;
        }
        Matcher name = CHAIN_START.matcher(bare);
        while (name.find()) {
            String operand = bare.substring(name.start()).split("[-+*/%]", 2)[0].strip();
            if (missing(operand)) {
                report(
                        Code.MISSING_PASSES,
                        offset,
                        "\"" + operand + "\" may be missing, and cannot be reckoned with then: ask first " + operand
                                + " != null");
                return;
            }
        }
    }

    /** Whether a question can have the answer "not known", and no other condition on the same fact rules that out. */
    private boolean missing(String question) {
        boolean asks = !question.isEmpty()
                && Character.isLowerCase(question.charAt(0))
                && !WORDS.contains(question)
                && !guarded.contains(question);
        return asks && chain(question, 0).mayBeMissing();
    }

    private void report(Code code, int offset, String message) {
        problems.add(file.problem(code, offset, message));
    }

    private static String text(BaseDescr side) {
        if (side instanceof BindingDescr binding) {
            return binding.getExpression().strip();
        }
        return side instanceof AtomicExprDescr atomic ? atomic.getExpression().strip() : "";
    }

    private static @Nullable BaseDescr parse(String condition) {
        DrlExprParser parser = DrlExprParserFactory.getDrlExprParser(LanguageLevelOption.DRL6);
        ConstraintConnectiveDescr parsed = parser.parse(condition);
        return parser.hasErrors() ? null : parsed; // then the compiler reports it
    }

    private static void walk(@Nullable BaseDescr part, Consumer<BaseDescr> visitor) {
        if (part instanceof ConstraintConnectiveDescr several) {
            several.getDescrs().forEach(one -> walk(one, visitor));
        } else if (part != null) {
            visitor.accept(part);
        }
    }
}
