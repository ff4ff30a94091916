package retention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import retention.rules.CompiledFiles;
import retention.rules.Opening;
import retention.rules.RuleBook;
import retention.rules.RuleSources;

/** The option that most verbs share. */
final class RulesOption {

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "FOLDER",
            description = "the rule folder, or a jar that 'advisor build' wrote; 'rules' here, or beside the program, "
                    + "when left out")
    private @Nullable Path rules;

    @Mixin
    private final StateOption state = new StateOption();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    @Mixin
    private final BudgetOption budget = new BudgetOption();

    Path folder() {
        return rules != null ? rules : Places.standard("rules");
    }

    boolean given() {
        return rules != null;
    }

    /** The folder in which the program keeps what it makes for itself. */
    Path state() {
        return state.folder();
    }

    /** Checks and compiles the folder, as far as that was not done at an earlier start; throws BadRules. */
    RuleBook open() {
        return opening().open(RuleSources.read(folder()));
    }

    /** How the folder is opened, at first and after each change. */
    Opening opening() {
        return new Opening(compiled(), budget.budget());
    }

    /** What earlier starts compiled. */
    CompiledFiles compiled() {
        PrintWriter log = Objects.requireNonNull(verb).commandLine().getErr();
        return new CompiledFiles(state.folder().resolve("compiled"), log::println);
    }
}
