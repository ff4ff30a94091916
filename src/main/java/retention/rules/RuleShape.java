package retention.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import retention.json.DidYouMean;

/**
 * The shape of one rule, looked at before the parser sees it, whose complaints nobody understands: its name in quotes,
 * {@code when}, {@code then} and {@code end}, and what is opened and closed between them. One object for one rule.
 */
final class RuleShape {

    private static final Pattern HEAD = Pattern.compile("(rule)\\s*(\"*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHEN = Pattern.compile("(?<![\\w.$])when\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern THEN = Pattern.compile("(?<![\\w.$])then\\b(?!\\s*\\[)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSERT = Pattern.compile("(?m)(?<![\\w.$])insert\\b|^[ \\t]*new\\b");
    private static final Pattern ALONE = Pattern.compile("(?m)^[ \\t]*(\\p{L}{3,6})[ \\t\\r]*$");
    private static final Pattern END = Pattern.compile("(?<![\\w.$])end\\s*$", Pattern.CASE_INSENSITIVE);

    static final String TOO_DEEP = "more parentheses in each other than anybody can follow: write two rules";

    /** With each more, the parser takes several times as long. */
    private static final int DEEPEST = 10;

    /** What might be reckoned with; the parser is not to try. */
    private static final Pattern ODD = Pattern.compile("[^\\w\\s\",.-]");

    /** Known to the parser, which then says where they are. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "no",
            "lock",
            "agenda",
            "activation",
            "ruleflow",
            "auto",
            "date",
            "enabled",
            "duration",
            "timer",
            "calendars",
            "dialect",
            "refract",
            "extends");

    private final Passage passage;
    private final String bones;
    private final String text;
    private final Veiled veiled;
    private final List<Slip> slips = new ArrayList<>();

    /** Where the words when and then stand; negative when one is missing. */
    private int asksFrom = -1;

    private int saysFrom = -1;

    private RuleShape(String text, String bones, Passage passage, Veiled veiled) {
        this.passage = passage;
        this.veiled = veiled;
        this.text = text.substring(passage.begin(), passage.end());
        this.bones = bones.substring(passage.begin(), passage.end());
    }

    /** What is wrong with it; what the parser must not see of it is covered. */
    static List<Slip> slips(String text, String bones, Passage passage, Veiled veiled) {
        var shape = new RuleShape(text, bones, passage, veiled);
        shape.look();
        if (shape.slips.isEmpty()) {
            shape.outline(text, bones);
        }
        return shape.slips;
    }

    /** What stands between when and then, once it has no plain slips. */
    private void outline(String whole, String wholeBones) {
        if (asksFrom >= 0) {
            var span = new FactText.Span(passage.begin() + asksFrom + "when".length(), passage.begin() + saysFrom);
            Outline.look(whole, wholeBones, span, veiled, slips);
        }
    }

    private void look() {
        int named = name();
        Matcher end = END.matcher(bones);
        int last = passage.closed() && end.find() ? end.start() : bones.length();
        if (!passage.closed()) {
            slip(Code.NO_END, 0, "this rule has no end: write a line with the word end behind its last conclusion");
        } else {
            small(last, "end");
        }
        Matcher when = WHEN.matcher(bones);
        int asks = when.find(named) ? when.start() : -1;
        Matcher then = THEN.matcher(bones);
        int says = then.find(Math.max(named, asks)) ? then.start() : -1;
        if (asks < 0 || says < 0) {
            missing(named, asks, says, last);
            return;
        }
        asksFrom = asks;
        saysFrom = says;
        small(asks, "when");
        small(says, "then");
        attributes(named, asks);
        again(when, asks, says, last);
        balance(asks, says);
        balance(says, last);
        if (slips.isEmpty()) {
            ConditionLint.look(bones.substring(asks, says), passage.begin() + asks, slips);
            ConclusionLint.look(bones.substring(says + "then".length(), last), passage.begin() + says + 4, slips);
        }
    }

    /** The offset behind the name. */
    private int name() {
        Matcher head = HEAD.matcher(bones);
        if (!head.lookingAt()) {
            return 0;
        }
        small(0, "rule");
        int behind = head.end();
        int lineEnd = bones.indexOf('\n', behind) < 0 ? bones.length() : bones.indexOf('\n', behind);
        String rest = bones.substring(behind, lineEnd);
        if (head.group(2).isEmpty()) {
            int to =
                    WHEN.matcher(rest).results().map(w -> w.start()).findFirst().orElse(rest.length());
            String name = text.substring(behind, behind + to).strip().replace("\"", "");
            slip(Code.RULE_NAME, behind, "the name of a rule stands in quotes: rule \"" + name + "\"");
        } else if (rest.matches("[\\w\\p{L}].*|.*\".*") && !rest.stripLeading().matches("(when|extends|@).*")) {
            slip(Code.RULE_NAME, behind, "the name of a rule has no quotation marks inside");
        }
        return behind;
    }

    private void missing(int named, int asks, int says, int last) {
        String word = asks < 0 ? "when" : "then";
        int misspelt = asks < 0 && says < 0 ? -1 : misspelt(word, asks < 0 ? named : asks, asks < 0 ? says : last);
        if (misspelt >= 0) {
            String written = bones.substring(misspelt).split("\\W", 2)[0];
            slip(
                    Code.NO_WHEN_OR_THEN,
                    misspelt,
                    "\"" + written + "\" is not known here - did you mean \"" + word + "\"?");
        } else if (asks < 0 && says >= 0) {
            int first = text(named, says);
            if (first < says) {
                slip(Code.NO_WHEN_OR_THEN, first, "the word when is missing before the conditions");
            } else {
                slip(
                        Code.ASKS_NOTHING,
                        says,
                        "the rule asks nothing: write when, and Customer() if it is for everybody");
            }
        } else if (asks >= 0) {
            Matcher insert = INSERT.matcher(bones);
            int first = insert.find(asks) ? text(insert.start(), last) : 0;
            slip(Code.NO_WHEN_OR_THEN, first, "the word then is missing before the conclusions");
        } else {
            slip(Code.NO_WHEN_OR_THEN, 0, "a rule needs the words when, then and end, each on a line of its own");
        }
    }

    /** Where a word stands alone on a line that is nearly this one; negative when there is none. */
    private int misspelt(String word, int from, int to) {
        Matcher alone = ALONE.matcher(bones).region(from, to);
        while (alone.find()) {
            boolean other = Set.of("when", "then", "end").contains(alone.group(1));
            if (!other && DidYouMean.nearest(alone.group(1), Set.of(word)).isPresent()) {
                return alone.start(1);
            }
        }
        return -1;
    }

    /** The first offset from one that is not blank. */
    private int text(int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(bones.charAt(at))) {
            at++;
        }
        return at;
    }

    private void attributes(int named, int asks) {
        int first = text(named, asks);
        if (first == asks) {
            return;
        }
        if (bones.charAt(first) == '@') {
            slip(Code.NOT_ALLOWED, first, "annotation is not allowed: rules sign nothing");
            return;
        }
        String word = bones.substring(first).split("\\W", 2)[0];
        Matcher odd = ODD.matcher(bones).region(first, asks);
        if (ATTRIBUTES.contains(word) && odd.find()) {
            slip(Code.NOT_ALLOWED, first, "attribute \"" + word + "\" is not allowed: rules do not depend on order");
        } else if (!ATTRIBUTES.contains(word) && slips.isEmpty()) {
            slip(
                    Code.NOT_ALLOWED,
                    first,
                    "between the name of a rule and when stands nothing else, but here is \""
                            + text.substring(first, asks)
                                    .strip()
                                    .lines()
                                    .findFirst()
                                    .orElse("") + "\"");
        }
    }

    /** Two rules that have run into each other. */
    private void again(Matcher when, int asks, int says, int last) {
        boolean second = when.find(Math.max(asks + 1, says)) && when.start() < last;
        if (second) {
            slip(
                    Code.NO_END,
                    when.start(),
                    "a second when in one rule: before it, the end of the rule above and the name of the next are missing");
        }
    }

    private void balance(int from, int to) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = from; i < to; i++) {
            char c = bones.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                open.push(i);
                if (open.size() > DEEPEST) {
                    slip(Code.NOT_CLOSED, i, TOO_DEEP);
                    return;
                }
            } else if (")]}".indexOf(c) >= 0 && !closes(open, c)) {
                slip(
                        Code.NOT_CLOSED,
                        i,
                        "this " + c + " closes nothing: it is one too many, or its " + opening(c)
                                + " is missing before it");
                return;
            }
        }
        if (!open.isEmpty()) {
            char c = bones.charAt(open.getLast());
            String close = c == '(' ? ")" : c == '[' ? "]" : "}";
            slip(Code.NOT_CLOSED, open.getLast(), "this " + c + " is not closed: a " + close + " is missing behind it");
        }
    }

    private boolean closes(Deque<Integer> open, char c) {
        return !open.isEmpty() && bones.charAt(open.pop()) == opening(c);
    }

    private static char opening(char c) {
        return c == ')' ? '(' : c == ']' ? '[' : '{';
    }

    private void small(int at, String word) {
        if (!bones.startsWith(word, at)) {
            slip(Code.NO_WHEN_OR_THEN, at, "write " + word + " in small letters");
        }
    }

    private void slip(Code code, int at, String message) {
        slips.add(new Slip(code, passage.begin() + at, message));
    }

    /** Adds what is wrong with a passage that is no rule. */
    static void other(String text, String bones, Passage passage, Collection<Slip> slips) {
        String word = bones.substring(passage.begin(), passage.end()).split("[^\\w\\p{L}]", 2)[0];
        if (passage.kind() == Passage.Kind.STRAY) {
            slips.add(Stray.slip(word, passage.begin()));
        } else if (passage.kind() == Passage.Kind.DECLARE && !passage.closed()) {
            slips.add(new Slip(
                    Code.NO_END, passage.begin(), "this fact has no end: write the word end behind its last field"));
        } else {
            OtherPassage.look(bones, passage, word, slips);
        }
    }
}
