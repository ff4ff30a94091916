package retention.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import retention.rules.mutation.Edit;
import retention.rules.mutation.Idea;
import retention.rules.mutation.Mutant;

/** Makes mutants of one rule: of each idea the first way in which the rule still loads, and each change once. */
final class MutantMaking {

    private final Rule original;
    private final int end;
    private final FolderCheck check;
    private final Set<String> signals;
    private final Sameness alone;
    private final List<Mutant> made = new ArrayList<>();
    private final List<Sameness> others = new ArrayList<>();
    private final Set<String> texts = new TreeSet<>();

    MutantMaking(Rule original, int end, FolderCheck check, Set<String> signals) {
        this.original = original;
        this.end = end;
        this.check = check;
        this.signals = signals;
        String text = original.file().text().substring(original.begin(), end);
        Rule read = Mutants.read(original.file(), text, check, signals, new TreeSet<>());
        this.alone = new Sameness(read == null ? original : read, check.declared());
    }

    List<Mutant> made() {
        made.sort(Comparator.comparingInt(Mutant::line).thenComparingInt(Mutant::column));
        return List.copyOf(made);
    }

    void add(Idea idea) {
        String refusal = "";
        for (Edit way : idea.ways()) {
            var problems = new TreeSet<Problem>();
            String text = Mutants.changed(original, end, way);
            Rule changed = Mutants.read(original.file(), text, check, signals, problems);
            if (changed != null) {
                add(idea, way, text, changed);
                return;
            }
            refusal =
                    refusal.isEmpty() && !problems.isEmpty() ? problems.first().message() : refusal;
        }
        if (idea.sure() && !idea.ways().isEmpty()) {
            Edit way = idea.ways().get(0);
            made.add(mutant(idea, way, Mutants.changed(original, end, way), Mutant.Fate.REFUSED, refusal));
        }
    }

    /** Two changes that are proven to be one, such as {@code > 2} and {@code >= 3} for {@code >= 2}, count once. */
    private void add(Idea idea, Edit way, String text, Rule changed) {
        var asked = new Sameness(changed, check.declared());
        boolean condition = idea.kind().ofCondition();
        if (!texts.add(text) || (condition && others.stream().anyMatch(asked::proven))) {
            return;
        }
        boolean same = condition && alone.proven(asked);
        made.add(mutant(idea, way, text, same ? Mutant.Fate.SAME : Mutant.Fate.OPEN, ""));
        if (condition && !same) {
            others.add(asked);
        }
    }

    private Mutant mutant(Idea idea, Edit way, String text, Mutant.Fate fate, String refusal) {
        RuleFile file = original.file();
        Problem place = file.problem(Code.NOT_A_CONDITION, way.begin(), "");
        return new Mutant(
                original.name(),
                file.shown(),
                place.line(),
                place.column(),
                idea.kind(),
                lines(file.text(), way, false),
                lines(file.text(), way, true),
                text,
                fate,
                refusal);
    }

    /** The lines that a change touches, on one line. */
    private static String lines(String text, Edit way, boolean changed) {
        int begin = text.lastIndexOf('\n', way.begin() - 1) + 1;
        int close = text.indexOf('\n', way.end());
        String before = text.substring(begin, way.begin());
        String behind = text.substring(way.end(), close < 0 ? text.length() : close);
        String between = changed ? way.text() : text.substring(way.begin(), way.end());
        return (before + between + behind).strip().replaceAll("\\s+", " ");
    }
}
