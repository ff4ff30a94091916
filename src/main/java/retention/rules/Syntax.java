package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The syntax tree of a rule file, of as much of it as can be read: a rule that is broken hides no other.
 *
 * @param tree places in it are places in the file
 * @param broken the text of what could not be read; empty when all could
 * @param whole whether there is nothing that could not be read
 */
record Syntax(PackageDescr tree, String broken, boolean whole) {

    /** Nobody reads more at once about one file, and each costs a look at the file. */
    static final int MOST = 200;

    /** Each is looked at, compiled and tried with others. */
    static final int MOST_RULES = 500;

    static final String FIELDS = "a fact of your own is written as in: declare Fleet vehicles : int end";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\w$]+|\\S");

    /** Whether there is neither a rule nor a fact in it, nor anything that was meant to be one. */
    boolean empty() {
        return whole && tree.getRules().isEmpty() && tree.getTypeDeclarations().isEmpty();
    }

    /** Reads a file, and reports what cannot be read. */
    static Syntax of(RuleFile file, Collection<Problem> problems) {
        return new Reading(file, problems).read();
    }

    /** What is said of a place of a text of which no more can be said. */
    static String notUnderstood(String text, int at) {
        Matcher word = WORD.matcher(text);
        return (word.find(at) && word.start() == at ? "\"" + word.group() + "\"" : "this")
                + " is not understood here: look for a mistake here or just before it, "
                + "and compare with a rule that works";
    }

    /** One object for one file. */
    private static final class Reading {

        private final RuleFile file;
        private final Collection<Problem> problems;
        private final String bones;
        private final int readable;
        private final Veiled veiled;
        private final List<Passage> passages;
        private final List<Slip> slips = new ArrayList<>();
        private final NavigableSet<Integer> slipped = new TreeSet<>();
        private int told;
        private final List<Passage> broken = new ArrayList<>();

        Reading(RuleFile file, Collection<Problem> problems) {
            this.file = file;
            this.problems = problems;
            var bare = new Bare(file.text());
            this.bones = bare.bones();
            this.veiled = new Veiled(file.text(), bones);
            this.readable = bare.openComment();
            this.passages = Passages.of(bones);
            this.slips.addAll(bare.slips());
            bare.slips().forEach(slip -> slipped.add(slip.offset()));
        }

        Syntax read() {
            List<Passage> tooMany = passages.stream()
                    .filter(one -> one.kind() == Passage.Kind.RULE)
                    .skip(MOST_RULES)
                    .toList();
            if (!tooMany.isEmpty()) {
                problems.add(file.problem(
                        Code.TOO_MANY,
                        tooMany.get(0).begin(),
                        "one file holds no more than " + MOST_RULES + " rules: divide it into several files"));
                return new Syntax(new PackageDescr("advisor"), file.text(), false);
            }
            passages.forEach(this::look);
            slips.stream()
                    .limit(MOST)
                    .forEach(slip -> problems.add(file.problem(slip.code(), slip.offset(), slip.message())));
            PackageDescr tree = stray() < 0 ? parse(without(broken)) : null;
            boolean whole = tree != null;
            if (tree == null) {
                Set<Passage> slipping = Set.copyOf(broken);
                passages.stream().filter(one -> !slipping.contains(one)).forEach(this::alone);
                if (slips.isEmpty() && broken.isEmpty()) {
                    between();
                }
                Set<Passage> hidden = Set.copyOf(broken);
                tree = parse(only(
                        passages.stream().filter(one -> !hidden.contains(one)).toList()));
            }
            var lost = new StringBuilder();
            broken.forEach(
                    one -> lost.append(file.text(), one.begin(), one.end()).append('\n'));
            return new Syntax(
                    tree == null ? new PackageDescr("advisor") : tree,
                    lost.toString(),
                    whole && slips.isEmpty() && broken.isEmpty());
        }

        /** A passage with a slip is not given to the parser, which would complain of the same in other words. */
        private void look(Passage passage) {
            int before = slips.size();
            Integer first = slipped.ceiling(passage.begin());
            boolean lexical = first != null && first < passage.end();
            if (passage.kind() == Passage.Kind.RULE && !lexical) {
                slips.addAll(RuleShape.slips(file.text(), bones, passage, veiled));
            } else if (passage.kind() != Passage.Kind.RULE) {
                RuleShape.other(file.text(), bones, passage, slips);
            }
            if (lexical || slips.size() > before) {
                broken.add(passage);
            }
        }

        /** Tells where a passage that the parser does not understand goes wrong. */
        private void alone(Passage passage) {
            if (++told > MOST) {
                broken.add(passage);
                return;
            }
            String text = veiled.toString().substring(passage.begin(), passage.end());
            var parser = new DrlParser(LanguageLevelOption.DRL6);
            if (tree(parser, text) != null) {
                return;
            }
            broken.add(passage);
            List<Problem> conditions =
                    BrokenConditions.of(file, bones, new FactText(file.text(), bones, veiled), passage);
            if (passage.kind() == Passage.Kind.RULE && !conditions.isEmpty()) {
                problems.addAll(conditions);
                return;
            }
            int at = parser.getErrors().stream()
                    .mapToInt(error -> passage.begin() + offset(error, text))
                    .filter(passage::holds)
                    .findFirst()
                    .orElse(passage.begin());
            problems.add(
                    passage.kind() == Passage.Kind.DECLARE
                            ? file.problem(Code.DECLARED_FACT, at, FIELDS)
                            : file.problem(Code.NOT_UNDERSTOOD, at, notUnderstood(file.text(), at)));
        }

        /** Each passage is fine alone, so what is wrong stands between them. */
        private void between() {
            int at = Math.max(0, stray());
            problems.add(file.problem(Code.NOT_UNDERSTOOD, at, notUnderstood(file.text(), at)));
        }

        /** Where the first thing between the passages stands; negative when there is nothing. */
        private int stray() {
            String rest = without(passages);
            for (int at = 0; at < rest.length(); at++) {
                boolean blank = Character.isWhitespace(rest.charAt(at)) || Character.isWhitespace(bones.charAt(at));
                if (!blank && rest.charAt(at) != ';') {
                    return at;
                }
            }
            return -1;
        }

        private static int offset(DroolsError error, String text) {
            return error instanceof ParserError place && place.getRow() > 0
                    ? RuleFile.lineStart(text, place.getRow()) + place.getCol()
                    : -1;
        }

        private static @Nullable PackageDescr parse(String text) {
            return tree(new DrlParser(LanguageLevelOption.DRL6), text);
        }

        private static @Nullable PackageDescr tree(DrlParser parser, String text) {
            try {
                PackageDescr tree = parser.parse(false, text);
                return parser.hasErrors() ? null : tree;
            } catch (DroolsParserException broken) {
                return null;
            }
        }

        /** The file's text with some passages blanked; lines stay where they are. */
        private String without(List<Passage> hidden) {
            var text = new StringBuilder(veiled.toString());
            for (Passage passage : hidden) {
                for (int i = passage.begin(); i < passage.end(); i++) {
                    if (text.charAt(i) != '\n') {
                        text.setCharAt(i, ' ');
                    }
                }
            }
            return text.substring(0, readable);
        }

        /** The file's text with nothing but some passages; lines stay where they are. */
        private String only(List<Passage> shown) {
            var text = new StringBuilder(file.text().replaceAll("[^\n]", " "));
            String veil = veiled.toString();
            shown.forEach(one -> text.replace(one.begin(), one.end(), veil.substring(one.begin(), one.end())));
            return text.substring(0, readable);
        }
    }
}
