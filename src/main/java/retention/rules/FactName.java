package retention.rules;

import java.util.Collection;
import java.util.Set;
import org.drools.drl.ast.descr.PatternDescr;
import retention.json.DidYouMean;

/** Checks that a fact of this name may be asked for. */
final class FactName {

    private final RuleFile file;
    private final Set<String> declared;
    private final Collection<Problem> problems;

    FactName(RuleFile file, Set<String> declared, Collection<Problem> problems) {
        this.file = file;
        this.declared = declared;
        this.problems = problems;
    }

    /** Whether it may; reported when not. */
    boolean check(PatternDescr pattern) {
        String type = pattern.getObjectType();
        var known = Vocabulary.types(file.stage());
        known.addAll(declared);
        if (known.contains(type)) {
            return true;
        }
        int offset = Math.max(
                pattern.getStartCharacter(), file.text().indexOf(type, Math.max(0, pattern.getStartCharacter())));
        boolean own = file.stage().concludes().contains(type);
        String last = type.substring(type.lastIndexOf('.') + 1);
        String why = own
                ? " is what these rules conclude; a rule cannot wait for another of its kind"
                : " is not a fact"
                        + (known.contains(last) ? ": write " + last + " alone" : DidYouMean.hint(last, known));
        problems.add(file.problem(own ? Code.OWN_CONCLUSION : Code.UNKNOWN_FACT, offset, "\"" + type + "\"" + why));
        return false;
    }
}
