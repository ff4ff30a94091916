package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds numbers that are probably meant as others: a point that should part the thousands, a part of one as a percentage. */
final class OddNumbers {

    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\w.])([1-9]\\d{0,2})\\.(\\d{3})(?![\\w.])");

    /** What is counted in percent says so in its name. */
    private static final Pattern PERCENT =
            Pattern.compile("\\b(\\w*[pP]ercent(?:ile)?)\\s*(?:[<>]=?|[=!]=)\\s*(0?\\.\\d+)(?![\\w.])");

    private static final Pattern TEXT = Pattern.compile("\"[^\"\\n]*\"");

    private OddNumbers() {}

    /** What to write instead of a number that looks as if its point parted the thousands; null for any other. */
    static @Nullable String thousands(String number) {
        Matcher odd = THOUSANDS.matcher(number);
        return odd.matches() ? advice(odd) : null;
    }

    /** Those in the rule. */
    static List<Problem> of(Rule rule) {
        String text = rule.file().text().substring(rule.begin(), rule.end());
        String bones = TEXT.matcher(text)
                .replaceAll(quoted -> " ".repeat(quoted.group().length()));
        var problems = new ArrayList<Problem>();
        Matcher odd = THOUSANDS.matcher(bones);
        while (odd.find()) {
            problems.add(rule.file().problem(Code.ODD_NUMBER, rule.begin() + odd.start(), advice(odd)));
        }
        Matcher part = PERCENT.matcher(bones);
        while (part.find()) {
            problems.add(rule.file()
                    .problem(
                            Code.ODD_NUMBER,
                            rule.begin() + part.start(2),
                            part.group(1) + " is in percent, from 0 to 100: half of all is 50, not 0.5"));
        }
        return problems;
    }

    private static String advice(Matcher odd) {
        String whole = odd.group(1) + odd.group(2);
        return "the point begins a part of one, so this is nearly " + odd.group(1) + ", not " + whole + ": write "
                + whole + ", or one digit less behind the point";
    }
}
