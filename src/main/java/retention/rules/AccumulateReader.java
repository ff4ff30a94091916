package retention.rules;

import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;
import retention.json.DidYouMean;

/** Reads {@code accumulate( Order( $paid : amount, $paid > 0 ); $sum : sum( $paid ); $sum > 100 )}: one fact, summed up. */
final class AccumulateReader {

    /** What the conditions behind the second semicolon are about: what was summed up, and no fact. */
    static final Subject RESULT = new Subject("what is summed up", null, new Declared("Sum", new TreeMap<>()));

    private static final Set<String> FUNCTIONS = Set.of("count", "sum", "min", "max", "average");
    static final String SHAPE =
            "write accumulate( Order( $paid : amount, $paid > 0 ); $sum : sum( $paid ); $sum > 100 ), with one fact";

    private final RuleFile file;
    private final PatternDescr result;
    private final AccumulateDescr accumulate;
    private final Collection<Problem> problems;

    AccumulateReader(RuleFile file, PatternDescr result, AccumulateDescr accumulate, Collection<Problem> problems) {
        this.file = file;
        this.result = result;
        this.accumulate = accumulate;
        this.problems = problems;
    }

    /** The fact that is summed up; null when the whole cannot be read, which has then been reported. */
    @Nullable
    PatternDescr input() {
        BaseDescr input = accumulate.getInput();
        BaseDescr only = input instanceof AndDescr and
                        && and.getDescrs().size() == 1
                        && and.getAnnotations().isEmpty()
                ? and.getDescrs().get(0)
                : input;
        boolean plain = file.text().startsWith("acc", result.getStartCharacter())
                && result.getIdentifier() == null
                && accumulate.isExternalFunction()
                && !accumulate.getFunctions().isEmpty();
        if (plain && only instanceof PatternDescr pattern && pattern.getSource() == null) {
            return pattern;
        }
        complain(SHAPE);
        return null;
    }

    /** Checks what is done with it: {@code inner} is what its conditions remember, {@code outer} gets the results. */
    void functions(Scope inner, Scope outer) {
        for (AccumulateFunctionCallDescr call : accumulate.getFunctions()) {
            String name = call.getBind();
            if (!FUNCTIONS.contains(call.getFunction())) {
                complain("there is no \"" + call.getFunction() + "\": write count, sum, min, max or average"
                        + DidYouMean.hint(call.getFunction(), FUNCTIONS));
            } else if (name == null || !name.startsWith("$") || call.isUnification()) {
                complain("what is summed up needs a name: $" + call.getFunction() + " : " + call.getFunction()
                        + "( ... )");
            } else if (outer.names().contains(name)) {
                complain(name + " is remembered already: choose another name here");
            } else {
                parameters(call, inner);
            }
            if (name != null) {
                outer.remember(name.replaceFirst("^\\$", ""), answer(call.getFunction()));
            }
        }
    }

    private static Answer answer(String function) {
        boolean always = function.equals("count") || function.equals("sum");
        return new Answer(function.equals("count") ? Long.class : Double.class, !always);
    }

    private void parameters(AccumulateFunctionCallDescr call, Scope inner) {
        String[] given = call.getParams();
        boolean counts = call.getFunction().equals("count");
        if (given.length == 0 && counts) {
            return;
        }
        String name = given.length == 1 ? given[0].strip().replaceFirst("^\\$", "") : "";
        Answer answer = inner.answer(name);
        boolean known = given.length == 1 && given[0].strip().equals("$" + name);
        if (known && (answer != null || (counts && inner.fact(name) != null))) {
            value(call, name, answer);
        } else if (!(known && inner.unclear(name))) {
            complain(oneValue(call.getFunction()));
        }
    }

    static String oneValue(String function) {
        return function + "( ... ) takes one value that the fact before it remembers, as in " + function + "( $paid )";
    }

    private void value(AccumulateFunctionCallDescr call, String name, @Nullable Answer answer) {
        if (answer == null || call.getFunction().equals("count")) {
            return;
        }
        if (answer.kind() != Kind.NUMBER) {
            complain("$" + name + " is " + answer.kind().words() + ", and " + call.getFunction() + " takes a number");
        } else if (answer.mayBeMissing()) {
            complain("$" + name + " may be missing, and cannot be summed up then: ask first $" + name + " != null");
        }
    }

    private void complain(String message) {
        problems.add(file.problem(Code.SUMMING_UP, result.getStartCharacter(), message));
    }
}
