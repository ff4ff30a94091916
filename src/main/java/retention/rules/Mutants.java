package retention.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import retention.facts.SurveyKind;
import retention.rules.explain.Change;
import retention.rules.mutation.Edit;
import retention.rules.mutation.Idea;
import retention.rules.mutation.Mutant;
import retention.rules.mutation.Names;
import tools.jackson.databind.JsonNode;

/** The rules of a book, each with one small change at a time: would a case notice it? Thread-safe. */
public final class Mutants {

    private final RuleBook book;
    private final RuleFolder folder;
    private final FolderCheck check;
    private final Names names;
    private final Set<String> signals = new TreeSet<>();
    private final CompiledFiles compiled = new CompiledFiles();

    Mutants(RuleBook book, RuleFolder folder, FolderCheck check) {
        this.book = book;
        this.folder = folder;
        this.check = check;
        for (Rule rule : check.rules()) {
            rule.says().stream().filter(said -> said.kind().equals("Signal")).forEach(said -> signals.add(said.name()));
        }
        var catalogue = book.catalogue();
        this.names = new Names(
                Mutants::words,
                List.of(
                        List.copyOf(catalogue.actions().keySet()),
                        List.copyOf(catalogue.tags()),
                        List.copyOf(signals),
                        Arrays.stream(SurveyKind.values()).map(SurveyKind::name).toList()));
    }

    private static List<String> words(String list) {
        Class<?> words = Vocabulary.words(list);
        return words == null
                ? List.of()
                : Arrays.stream(words.getEnumConstants()).map(String::valueOf).toList();
    }

    /** The rules by file, which is named as messages name it, in the order of files and lines. */
    public Map<String, List<String>> rules() {
        var rules = new TreeMap<String, List<String>>();
        book.listing()
                .rules()
                .forEach(rule -> rules.computeIfAbsent(rule.file(), none -> new ArrayList<>())
                        .add(rule.name()));
        return rules;
    }

    /** Each change of one rule, in the order of places. */
    public List<Mutant> of(String name) {
        Rule original = rule(name);
        RuleFile file = original.file();
        RuleDescr tree = Syntax.of(file, new ArrayList<>()).tree().getRules().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        Stream<Idea> ideas = Stream.concat(
                RuleIdeas.of(file, tree, names).stream(),
                ConclusionIdeas.of(original, book.catalogue(), signals).stream());
        var making = new MutantMaking(original, end(tree, file), check, signals);
        ideas.forEach(making::add);
        return making.made();
    }

    /** The tree of a rule ends before its last word. */
    private static int end(RuleDescr tree, RuleFile file) {
        return Math.min(file.text().length(), tree.getEndCharacter() + 1);
    }

    private Rule rule(String name) {
        return check.rules().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The book with the rule as it was changed; only that rule is compiled. Throws {@link BadRules}. */
    public Variant load(Mutant mutant) {
        var problems = new TreeSet<Problem>();
        Rule changed = read(rule(mutant.rule()).file(), mutant.text(), check, signals, problems);
        if (changed == null) {
            throw new BadRules(problems);
        }
        FolderCheck alone = new FolderCheck(
                List.of(changed.file()),
                List.of(changed),
                check.declared(),
                check.catalogue(),
                check.playbook(),
                check.scales(),
                check.policy(),
                check.weighing(),
                List.of());
        Stage stage = changed.file().stage();
        Half half = new StageBuild(folder, alone, Compiler.EXECUTABLE, compiled, problems).build(stage);
        if (half == null) {
            throw new BadRules(problems);
        }
        return Variant.of(book, changed.name(), stage, half);
    }

    /** Changes of a customer's JSON that a rule, or one of those it listens to, could notice; the smallest first. */
    public SortedSet<Change> changes(String rule, JsonNode customer, LocalDate day) {
        return book.edits().ofRule(rule, customer, day);
    }

    /** A rule that stands alone in its file, checked with what is known of the folder; null when it does not load. */
    static @Nullable Rule read(
            RuleFile file, String text, FolderCheck check, Set<String> signals, Collection<Problem> problems) {
        RuleFile alone = file.with("package advisor\n\n" + text + "\n");
        Syntax syntax = Syntax.of(alone, problems);
        if (!problems.isEmpty() || syntax.tree().getRules().size() != 1) {
            return null;
        }
        Rule rule = new RuleReader(alone, syntax.tree().getRules().get(0), check.declared(), problems).read();
        var raising = new ArrayList<Rule.Said>();
        signals.forEach(signal -> raising.add(new Rule.Said("Signal", signal, 0)));
        Rule others =
                new Rule("", alone, 1, rule.note(), Set.of(), Set.of(), List.of(), List.of(), raising, List.of(), 0, 0);
        new Checks(List.of(rule, others), "", problems).run(check.catalogue(), null, check.weighing());
        new TenureLint(
                        Stream.concat(
                                        check.rules().stream()
                                                .filter(one -> !one.name().equals(rule.name())),
                                        Stream.of(rule))
                                .toList(),
                        Objects.requireNonNull(check.catalogue()),
                        Objects.requireNonNull(check.policy()).personalPrice(),
                        problems)
                .run();
        problems.removeIf(problem -> problem.code().warning());
        return problems.isEmpty() ? rule : null;
    }

    /** A change as it is written. */
    static String changed(Rule rule, int end, Edit edit) {
        return edit.on(rule.file().text().substring(0, end)).substring(rule.begin());
    }
}
