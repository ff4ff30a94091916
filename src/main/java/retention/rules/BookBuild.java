package retention.rules;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import retention.rules.sandbox.Budget;

/** Makes a rule book of the files of a folder: checks, compiles and tries them. */
final class BookBuild {

    private BookBuild() {}

    /** What is too much for the stack or the memory is a problem of the rules, and no end of the program. */
    static RuleBook of(RuleSources sources, Compiler compiler, CompiledFiles compiled) {
        try {
            return opened(sources, compiler, compiled);
        } catch (StackOverflowError deep) {
            String message = "cannot be compiled: a rule is nested too deeply, or far too long";
            throw new BadRules(List.of(Problem.of(Code.NOT_COMPILED, sources.shown(), message)));
        } catch (OutOfMemoryError much) {
            String message = "cannot be compiled: it needs more memory than there is";
            throw new BadRules(List.of(Problem.of(Code.NOT_COMPILED, sources.shown(), message)));
        }
    }

    private static RuleBook opened(RuleSources sources, Compiler compiler, CompiledFiles compiled) {
        var problems = new ConcurrentSkipListSet<Problem>();
        RuleFolder folder = RuleFolder.of(sources, problems);
        FolderCheck known = problems.isEmpty() ? compiled.checked(folder) : null;
        FolderCheck check = known != null ? known : FolderCheck.of(folder, problems);
        failOn(problems);
        var build = new StageBuild(folder, check, compiler, compiled, problems);
        List<Optional<Half>> halves = Together.each(
                List.of(Stage.ASSESSMENT, Stage.STRATEGIES), stage -> Optional.ofNullable(build.build(stage)));
        failOn(problems);
        FolderCheck reviewed = known != null ? known : check.reviewed(problems);
        var inference = new Inference(
                halves.get(0).orElseThrow(),
                halves.get(1).orElseThrow(),
                Objects.requireNonNull(check.scales()),
                new Extensions(check.declared()),
                Budget.STANDARD);
        inference.tryOut(folder.shown());
        if (known == null) {
            compiled.keepChecked(folder, reviewed);
        }
        return new RuleBook(folder, reviewed, inference);
    }

    private static void failOn(Collection<Problem> problems) {
        if (!problems.stream().allMatch(problem -> problem.code().warning())) {
            throw new BadRules(problems);
        }
    }
}
