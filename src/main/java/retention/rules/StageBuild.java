package retention.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.internal.conf.IndexLeftBetaMemoryOption;
import org.kie.internal.conf.IndexRightBetaMemoryOption;
import retention.json.Hash;
import retention.rules.sandbox.Layers;
import retention.rules.sandbox.Refusal;
import retention.rules.sandbox.RuleSandbox;

/** Compiles one stage of a checked folder, and finds the rule at fault when the compiler does not say which it is. */
final class StageBuild {

    /** One for all books, so that they can share what is compiled. */
    private static final RuleSandbox SANDBOX = new RuleSandbox(Layers.ALL, Questions.reach());

    private final String folder;
    private final FolderCheck check;
    private final Compiler compiler;
    private final CompiledFiles known;
    private final Collection<Problem> problems;
    private final DrlBuild build;
    private final @Nullable LoadedFile vocabulary;

    StageBuild(
            RuleFolder folder,
            FolderCheck check,
            Compiler compiler,
            CompiledFiles known,
            Collection<Problem> problems) {
        this.folder = folder.shown();
        this.check = check;
        this.compiler = compiler;
        this.known = known;
        this.problems = problems;
        this.build = new DrlBuild(folder.shown(), check.declared().values(), visible(compiler));
        this.vocabulary = compiler == Compiler.CLASSIC ? null : vocabulary();
    }

    /** The interpreter, which only tests have, needs more than rules do. */
    private static ClassLoader visible(Compiler compiler) {
        return compiler == Compiler.CLASSIC ? StageBuild.class.getClassLoader() : SANDBOX.compiling();
    }

    /** The company's own facts are one and the same class for every file. */
    private @Nullable LoadedFile vocabulary() {
        Attempt attempt = load(build.vocabulary(), List.of(), SANDBOX.running());
        problems.addAll(attempt.problems);
        return attempt.file;
    }

    /** Null when it does not compile, which has then been reported. */
    @Nullable
    Half build(Stage stage) {
        Map<String, Rule> rules = new TreeMap<>();
        check.rules().stream().filter(rule -> rule.file().stage() == stage).forEach(r -> rules.put(r.name(), r));
        Set<String> files =
                rules.values().stream().map(rule -> rule.file().name()).collect(Collectors.toSet());
        List<RuleFile> sources = check.sources().stream()
                .filter(file -> files.contains(file.name()))
                .toList();
        return compiler == Compiler.CLASSIC ? interpreted(sources, rules) : compiled(sources, rules);
    }

    private @Nullable Half interpreted(List<RuleFile> sources, Map<String, Rule> rules) {
        KieBase base = build.interpreted(sources, problems);
        return base != null && complete(base, rules) ? new Half(base, rules, List.of()) : null;
    }

    private @Nullable Half compiled(List<RuleFile> sources, Map<String, Rule> rules) {
        LoadedFile shared = vocabulary;
        if (shared == null) {
            return null;
        }
        List<Attempt> attempts = Together.each(sources, source -> attempt(source, shared.classes()));
        attempts.forEach(attempt -> problems.addAll(attempt.problems));
        var files = new ArrayList<>(List.of(shared));
        attempts.stream().map(Attempt::file).filter(Objects::nonNull).forEach(files::add);
        if (files.size() <= attempts.size()) {
            return null;
        }
        KieBase base = KieBaseBuilder.createKieBaseFromModel(
                files.stream().flatMap(file -> file.models().stream()).toList(),
                IndexLeftBetaMemoryOption.NO, // else facts are matched by an index, and nobody counts the steps
                IndexRightBetaMemoryOption.NO);
        return complete(base, rules) ? new Half(base, rules, files) : null;
    }

    /** One file compiled; without a file, its problems. */
    private record Attempt(@Nullable LoadedFile file, List<Problem> problems) {}

    private Attempt attempt(RuleFile file, ClassLoader parent) {
        String key = Hash.of(List.of(build.vocabulary(), file.name(), file.text()));
        Attempt attempt = load(key, List.of(file), parent);
        boolean placed = attempt.problems.stream()
                .allMatch(problem -> problem.line() > 0 || problem.code() == Code.DAMAGED_BOOK);
        return placed ? attempt : new Attempt(null, oneByOne(file, attempt.problems));
    }

    private Attempt load(String key, List<RuleFile> files, ClassLoader parent) {
        LoadedFile there = known.find(key);
        if (there != null) {
            return new Attempt(there, List.of());
        }
        Attempt kept = kept(key, files, parent);
        if (kept != null) {
            return kept;
        }
        var found = new ArrayList<Problem>();
        Map<String, byte[]> classes = build.classes(files, found);
        if (classes == null) {
            return new Attempt(null, found);
        }
        Attempt made = ready(key, classes, files, parent);
        if (made.file != null) {
            known.made(key, classes); // as the compiler made them: what is done before loading is done each time
        }
        return made;
    }

    /** The one way from bytes to classes that run, whether the compiler has just made the bytes or they were kept. */
    private Attempt ready(String key, Map<String, byte[]> classes, List<RuleFile> files, ClassLoader parent) {
        List<Problem> refused = refused(classes, files);
        return refused.isEmpty()
                ? new Attempt(known.keep(key, LoadedFile.of(classes, parent, SANDBOX)), List.of())
                : new Attempt(null, refused);
    }

    /** What was kept of an earlier compilation; null when there is nothing, or nothing that can be loaded. */
    private @Nullable Attempt kept(String key, List<RuleFile> files, ClassLoader parent) {
        Map<String, byte[]> classes = known.before(key);
        if (classes == null) {
            return null;
        }
        try {
            Attempt attempt = ready(key, classes, files, parent);
            return attempt.problems.isEmpty() ? attempt : refuse(key);
        } catch (RuntimeException | LinkageError noClasses) {
            return refuse(key);
        }
    }

    /** Null when the compiler can make anew what cannot be used. */
    private @Nullable Attempt refuse(String key) {
        try {
            known.refuse(key);
            return null;
        } catch (IOException brought) {
            return new Attempt(null, List.of(BookJar.damaged(folder, brought)));
        }
    }

    /** What the sandbox has against the classes of files, at the rules that use them where it can be told. */
    private List<Problem> refused(Map<String, byte[]> classes, List<RuleFile> files) {
        String file = files.isEmpty() ? folder : files.get(0).shown();
        var found = new ArrayList<Problem>();
        for (Refusal refusal : SANDBOX.refusals(classes)) {
            String message = "this is more than a rule may do: " + refusal.reason();
            List<Rule> rules = check.rules().stream()
                    .filter(rule -> refusal.rules().contains(rule.name()))
                    .toList();
            rules.forEach(rule -> found.add(rule.file().problemInLine(Code.MORE_THAN_A_RULE, rule.line(), message)));
            if (rules.isEmpty()) {
                found.add(Problem.of(Code.MORE_THAN_A_RULE, file, message));
            }
        }
        return found;
    }

    /** The compiler's complaints about each rule alone; those about all of them when each alone is fine. */
    private List<Problem> oneByOne(RuleFile source, List<Problem> together) {
        var found = new ArrayList<Problem>();
        for (Rule rule : check.rules()) {
            if (rule.file().name().equals(source.name())) {
                var alone = new ArrayList<Problem>();
                build.classes(List.of(only(rule, source)), alone);
                alone.forEach(problem -> found.add(rule.file()
                        .problemInLine(
                                Code.NOT_COMPILED, rule.line(), "rule \"" + rule.name() + "\": " + problem.message())));
            }
        }
        return found.isEmpty() ? together : found;
    }

    private static RuleFile only(Rule rule, RuleFile source) {
        String text = source.text();
        return source.with("package advisor\n" + text.substring(rule.begin(), Math.min(text.length(), rule.end())));
    }

    /** What the folder lists must be what runs. */
    private boolean complete(KieBase base, Map<String, Rule> rules) {
        Set<String> compiled = base.getKiePackages().stream()
                .flatMap(kiePackage -> kiePackage.getRules().stream())
                .map(org.kie.api.definition.rule.Rule::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        var found = new ArrayList<Problem>();
        rules.forEach((name, rule) -> {
            if (!compiled.remove(name)) {
                String lost = "rule \"" + name + "\" was lost in compiling";
                found.add(rule.file().problemInLine(Code.NOT_COMPILED, rule.line(), lost));
            }
        });
        compiled.forEach(name -> found.add(Problem.of(
                Code.NOT_COMPILED, folder, "rule \"" + name + "\" came out of compiling, and nobody wrote it")));
        problems.addAll(found);
        return found.isEmpty();
    }
}
