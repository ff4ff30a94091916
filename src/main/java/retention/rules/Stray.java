package retention.rules;

import java.util.Set;
import retention.json.DidYouMean;

/** What is to be done about words outside of any rule. */
final class Stray {

    private static final Set<String> BEGINNINGS = Set.of("rule", "declare");

    private Stray() {}

    /** For the first of the words, which stands at an offset. */
    static Slip slip(String word, int offset) {
        boolean first = DidYouMean.nearest(word, Set.of("package")).isPresent();
        return first
                ? new Slip(Code.NO_PACKAGE, 0, RuleParser.FIRST_LINE)
                : new Slip(Code.OUTSIDE, offset, advice(word));
    }

    private static String advice(String word) {
        if (word.equalsIgnoreCase("end")) {
            return "this end belongs to no rule: delete it, or is the line with the name of a rule missing above?";
        }
        if (word.equals("when") || word.equals("then") || word.equals("insert")) {
            return "\"" + word + "\" stands outside of a rule: is the line with its name missing, or an end too early?";
        }
        String hint = DidYouMean.hint(word, BEGINNINGS);
        return "\"" + word + "\" stands outside of a rule"
                + (hint.isEmpty() ? ": write // before it if it is a comment" : hint);
    }
}
