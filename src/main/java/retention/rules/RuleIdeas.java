package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import retention.rules.expression.Binding;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.mutation.ConditionIdeas;
import retention.rules.mutation.Edit;
import retention.rules.mutation.Idea;
import retention.rules.mutation.Kind;
import retention.rules.mutation.Names;

/** The changes worth trying between {@code when} and {@code then} of one rule that loads. One object for one rule. */
final class RuleIdeas {

    private static final Pattern REMEMBERED = Pattern.compile("(\\$\\w+)\\s*:");

    private final RuleFile file;
    private final RuleDescr tree;
    private final Names names;
    private final String text;
    private final List<Idea> ideas = new ArrayList<>();

    private RuleIdeas(RuleFile file, RuleDescr tree, Names names) {
        this.file = file;
        this.tree = tree;
        this.names = names;
        this.text = file.text();
    }

    /** Those of a rule that stands in a file; they are places in that file. */
    static List<Idea> of(RuleFile file, RuleDescr tree, Names names) {
        var all = new RuleIdeas(file, tree, names);
        List<BaseDescr> parts = parts(tree.getLhs());
        parts.forEach(part -> all.leftOut(part, parts.size()));
        parts.forEach(all::look);
        return all.ideas;
    }

    private static List<BaseDescr> parts(ConditionalElementDescr several) {
        return several.getDescrs().stream().map(part -> (BaseDescr) part).toList();
    }

    private void look(BaseDescr part) {
        if (part instanceof PatternDescr pattern) {
            if (pattern.getSource() instanceof AccumulateDescr accumulate) {
                BaseDescr input = accumulate.getInput();
                look(input instanceof AndDescr and ? parts(and).get(0) : input);
            }
            conditions(pattern);
        } else if (part instanceof NotDescr not) {
            turned(not, "not", "exists", "");
            parts(not).forEach(this::look);
        } else if (part instanceof ExistsDescr exists) {
            turned(exists, "exists", "not", known(exists));
            parts(exists).forEach(this::look);
        } else if (part instanceof ConditionalElementDescr several) {
            parts(several).forEach(this::look);
        }
    }

    /** What must be asked, too, before it may be said that there is no such fact. */
    private static String known(ExistsDescr exists) {
        String source = parts(exists).get(0) instanceof PatternDescr pattern
                ? Vocabulary.source(pattern.getObjectType())
                : null;
        return source == null ? "" : "Customer( " + source + ".known ) ";
    }

    private void turned(BaseDescr part, String word, String other, String besides) {
        int at = wordBefore(part.getStartCharacter(), word);
        if (at >= 0) {
            var ways = new ArrayList<>(List.of(new Edit(at, at + word.length(), other)));
            ways.add(new Edit(at, at + word.length(), besides + other));
            ideas.add(new Idea(Kind.TURNED, ways, true));
        }
    }

    /** The tree of a part begins at its word, or just behind it. */
    private int wordBefore(int start, String word) {
        int at = text.startsWith(word, start) ? start : text.lastIndexOf(word, start);
        return at >= tree.getStartCharacter() ? at : -1;
    }

    private void conditions(PatternDescr pattern) {
        List<ExprConstraintDescr> written = pattern.getConstraint().getDescrs().stream()
                .filter(ExprConstraintDescr.class::isInstance)
                .map(ExprConstraintDescr.class::cast)
                .toList();
        List<Condition> read = new ConditionReader(file, new ArrayList<>()).read(pattern);
        if (read.size() != written.size()) {
            return;
        }
        for (int i = 0; i < read.size(); i++) {
            int begin = written.get(i).getStartCharacter();
            int end = written.get(i).getEndCharacter() + 1;
            Expression condition = read.get(i).tree();
            ideas.addAll(ConditionIdeas.of(condition, text.substring(begin, end), begin, names));
            if (!pattern.getObjectType().equals("Signal")) {
                dropped(condition, i, written);
            }
        }
    }

    /** One of several conditions left out; what it remembers stays. */
    private void dropped(Expression condition, int index, List<ExprConstraintDescr> all) {
        int begin = all.get(index).getStartCharacter();
        int end = all.get(index).getEndCharacter() + 1;
        if (condition instanceof Binding) {
            return;
        }
        if (condition instanceof Comparison comparison && comparison.left() instanceof Binding) {
            String left = text.substring(begin, begin + comparison.at()).stripTrailing();
            ideas.add(Idea.sure(Kind.DROPPED, begin + left.length(), end, ""));
        } else if (index + 1 < all.size()) {
            ideas.add(Idea.maybe(Kind.DROPPED, begin, all.get(index + 1).getStartCharacter(), ""));
        } else if (index > 0) {
            ideas.add(Idea.maybe(Kind.DROPPED, all.get(index - 1).getEndCharacter() + 1, end, ""));
        } else {
            ideas.add(Idea.maybe(Kind.DROPPED, begin, end, ""));
        }
    }

    /** A whole fact left out, unless something of it is needed elsewhere. */
    private void leftOut(BaseDescr part, int parts) {
        int begin = part instanceof NotDescr
                ? wordBefore(part.getStartCharacter(), "not")
                : part instanceof ExistsDescr
                        ? wordBefore(part.getStartCharacter(), "exists")
                        : part.getStartCharacter();
        int end = close(part);
        if (begin < 0 || end <= begin || needed(begin, end)) {
            return;
        }
        boolean customer =
                part instanceof PatternDescr pattern && !pattern.getObjectType().equals("Signal");
        if (parts > 1) {
            ideas.add(Idea.maybe(Kind.DROPPED, begin, end, ""));
        } else if (!customer) {
            ideas.add(Idea.maybe(Kind.DROPPED, begin, end, "Customer()"));
        }
    }

    /** Behind the parenthesis with which a part ends: the tree may end it a little later. */
    private int close(BaseDescr part) {
        return text.lastIndexOf(')', Math.min(part.getEndCharacter(), text.length() - 1)) + 1;
    }

    private boolean needed(int begin, int end) {
        String rest = text.substring(tree.getStartCharacter(), begin) + text.substring(end);
        return REMEMBERED
                .matcher(text.substring(begin, end))
                .results()
                .map(name -> name.group(1).substring(1))
                .anyMatch(name -> rest.matches("(?s).*[${]" + name + "\\b.*"));
    }
}
