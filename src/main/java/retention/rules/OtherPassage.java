package retention.rules;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a rule file besides rules: the package line, declared facts, and what is not allowed. */
final class OtherPassage {

    private static final Pattern ODD_ON_A_LINE = Pattern.compile("[^\\p{L}\\w\\s.,*;\"$-]");
    private static final Pattern ODD_IN_FACT = Pattern.compile("[^\\p{L}\\w\\s.,:;=@\"$-]");

    private static final Pattern WINDOW = Pattern.compile("declare\\s+window\\b");

    /** Never read: some of it can keep the parser for ever. */
    private static final Map<String, String> REFUSED = Map.of(
            "function", "function is not allowed: " + Refused.FUNCTION,
            "query", "query is not allowed: write a rule",
            "template", "template is not allowed: declare plain fields",
            "unit", "unit is not allowed: a rule file holds rules and declared facts");

    private OtherPassage() {}

    /** Adds what is wrong with one that begins with a word. */
    static void look(String bones, Passage passage, String word, Collection<Slip> slips) {
        boolean fact = passage.kind() == Passage.Kind.DECLARE;
        String refused = fact ? null : REFUSED.get(word.toLowerCase(Locale.ROOT));
        Matcher odd = (fact ? ODD_IN_FACT : ODD_ON_A_LINE).matcher(bones).region(passage.begin(), passage.end());
        if (refused != null) {
            slips.add(new Slip(Code.NOT_ALLOWED, passage.begin(), refused));
        } else if (fact
                && WINDOW.matcher(bones).region(passage.begin(), passage.end()).lookingAt()) {
            slips.add(
                    new Slip(Code.NOT_ALLOWED, passage.begin(), "declare window is not allowed: declare plain fields"));
        } else if (odd.find()) {
            slips.add(
                    fact
                            ? new Slip(Code.DECLARED_FACT, odd.start(), Syntax.FIELDS)
                            : new Slip(Code.NOT_UNDERSTOOD, odd.start(), Syntax.notUnderstood(bones, odd.start())));
        }
    }
}
