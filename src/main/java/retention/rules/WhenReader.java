package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads what stands between {@code when} and {@code then}. One object for one rule. */
final class WhenReader {

    private final RuleFile file;
    private final RuleDescr tree;
    private final Map<String, Declared> declared;
    private final Collection<Problem> problems;
    private final Absence absence;
    private final Set<String> types = new TreeSet<>();
    private final List<Asked> asks = new ArrayList<>();
    private final List<Rule.Said> signals = new ArrayList<>();

    WhenReader(RuleFile file, RuleDescr tree, Map<String, Declared> declared, Collection<Problem> problems) {
        this.file = file;
        this.tree = tree;
        this.declared = declared;
        this.problems = problems;
        this.absence = new Absence(file, tree.getLhs(), problems);
    }

    /** The names that the rule remembers whenever it speaks, without the dollar sign. */
    Set<String> read() {
        if (tree.getLhs().getDescrs().isEmpty()) {
            problems.add(file.problemInLine(
                    Code.ASKS_NOTHING,
                    tree.getLine(),
                    "the rule asks nothing: write Customer() if it is for everybody"));
        }
        Scope scope = Scope.empty();
        each(tree.getLhs(), scope, Asked.Mode.EACH);
        return scope.here();
    }

    /** The facts it asks for, in their order. */
    List<Asked> asks() {
        return asks;
    }

    /** The names of those that must be there for it to be tried. */
    Set<String> types() {
        return types;
    }

    /** The signals it asks for. */
    List<Rule.Said> signals() {
        return signals;
    }

    private void each(BaseDescr several, Scope scope, Asked.Mode mode) {
        if (several instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach(one -> part((BaseDescr) one, scope, mode));
        }
    }

    private void part(BaseDescr part, Scope scope, Asked.Mode mode) {
        if (annotated(part)) {
            problems.add(file.problem(Code.NOT_ALLOWED, offset(part), Refused.ANNOTATION));
        } else if (part instanceof PatternDescr pattern && pattern.getSource() instanceof AccumulateDescr accumulate) {
            accumulate(pattern, accumulate, scope);
        } else if (part instanceof PatternDescr pattern) {
            fact(pattern, scope, mode);
        } else if (part instanceof NotDescr not) {
            none(not, scope, mode);
        } else if (part instanceof ExistsDescr exists) {
            boolean one = exists.getDescrs().size() == 1 && exists.getDescrs().get(0) instanceof PatternDescr;
            each(exists, scope.inner(), one && mode == Asked.Mode.EACH ? Asked.Mode.SOME : Asked.Mode.WITHIN);
        } else if (part instanceof AndDescr) {
            each(part, scope, mode);
        } else if (part instanceof OrDescr or) {
            or.getDescrs().forEach(one -> part(one, scope.inner(), Asked.Mode.WITHIN));
        } else {
            problems.add(file.problem(Code.NOT_ALLOWED, offset(part), Refused.sentence(part)));
        }
    }

    private static boolean annotated(BaseDescr part) {
        return part instanceof AnnotatedBaseDescr signed
                && !signed.getAnnotations().isEmpty();
    }

    /** That there is no such fact can be said only of one fact whose list is known. */
    private void none(NotDescr not, Scope scope, Asked.Mode mode) {
        for (Object one : not.getDescrs()) {
            if (one instanceof PatternDescr pattern) {
                absence.check(pattern, "there is none");
                fact(pattern, scope.inner(), mode == Asked.Mode.EACH ? Asked.Mode.NONE : Asked.Mode.WITHIN);
            } else {
                problems.add(
                        file.problem(Code.NOT_ALLOWED, offset(not), "behind \"not\" stands one fact: divide the rule"));
            }
        }
    }

    private void fact(PatternDescr pattern, Scope scope, Asked.Mode mode) {
        String refusal = Refused.sentence(file, pattern);
        if (refusal != null) {
            problems.add(file.problem(Code.NOT_ALLOWED, offset(pattern), refusal));
            return;
        }
        String type = pattern.getObjectType();
        types.add(type);
        boolean known = new FactName(file, declared.keySet(), problems).check(pattern);
        Subject subject = Subject.fact(known ? type : "", declared);
        String name = name(pattern, subject, scope);
        List<Condition> conditions = new ConditionReader(file, problems).read(pattern);
        new Conditions(file, subject, scope, problems).check(conditions);
        if (type.equals("Signal")) {
            signals.addAll(new SignalName(file, problems).read(pattern, conditions));
        }
        asks.add(new Asked(type, mode, name, conditions, offset(pattern)));
    }

    private String name(PatternDescr pattern, Subject subject, Scope scope) {
        String written = pattern.getIdentifier();
        if (written == null) {
            return "";
        }
        if (!written.startsWith("$") || scope.names().contains(written)) {
            problems.add(file.problem(
                    Code.REMEMBERED_VALUE,
                    offset(pattern),
                    written.startsWith("$")
                            ? written + " is remembered already: choose another name here"
                            : "a remembered fact begins with a dollar sign: $" + written));
        }
        String name = written.replaceFirst("^\\$", "");
        scope.remember(name, subject);
        return name;
    }

    private void accumulate(PatternDescr result, AccumulateDescr accumulate, Scope scope) {
        var reader = new AccumulateReader(file, result, accumulate, problems);
        PatternDescr input = reader.input();
        if (input != null) {
            absence.check(input, "nothing is summed up");
            Scope inner = scope.inner();
            fact(input, inner, Asked.Mode.WITHIN);
            reader.functions(inner, scope);
            List<Condition> conditions = new ConditionReader(file, problems).read(result);
            new Conditions(file, AccumulateReader.RESULT, scope, problems).check(conditions);
        }
    }

    private int offset(BaseDescr part) {
        return part.getStartCharacter() >= 0 ? part.getStartCharacter() : file.lineStart(Math.max(1, part.getLine()));
    }
}
