package retention.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import retention.json.Json;
import retention.reload.Revisions;
import retention.replay.Facts;
import retention.replay.Replay;
import retention.replay.Replayed;
import retention.replay.Told;
import retention.rules.RuleSources;

/** Decides again what a receipt stands for. */
@Command(
        name = "replay",
        header = "Decides again what a receipt stands for, and names the rule that changed the outcome.",
        description = "Reads a receipt, or an advice with its receipt, and the customer's facts, and decides again for "
                + "the receipt's day. With the receipt's own revision of the rules - from the rule folder, --then, or "
                + "those that 'serve' has kept - the same bytes come out, or the first difference is told. When the rule "
                + "folder holds another revision, it tells what the rules of today would change, and which rule or "
                + "setting does it: folders between both revisions are tried until the smallest set of changes is "
                + "found. Without the old rules it tells which rules spoke then and which speak now. The exit code is "
                + "0 when the same comes out: with the receipt's own rules where they are at hand, with those of today "
                + "otherwise; 1 when it does not, or when the facts are not those of the receipt.")
final class ReplayCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "RECEIPT",
            description = "file with one receipt, or with one advice as the API or 'advise' answered it")
    private @Nullable Path receipt;

    @Parameters(
            index = "1",
            paramLabel = "FACTS",
            description = "file with the customer as JSON; of several, one a line, the one that fits is taken")
    private @Nullable Path facts;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Option(
            names = "--then",
            paramLabel = "FOLDER",
            description = "the rules as they were then, such as an older checkout, where 'serve' has not kept them")
    private @Nullable Path then;

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Told told = Told.read(Objects.requireNonNull(receipt));
        Facts found = Facts.find(Objects.requireNonNull(facts), told);
        var kept = new Revisions(rules.state(), Integer.MAX_VALUE); // it only reads
        RuleSources old = then == null ? null : RuleSources.read(then);
        Replayed replayed = Replay.of(told, found, RuleSources.read(rules.folder()), old, kept, rules.opening());
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(format.json() ? Json.pretty(replayed) : ReplayedText.of(replayed));
        return replayed.same() ? ExitCode.OK : ExitCode.NO;
    }
}
