package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import retention.fixtures.Fixtures;
import retention.fixtures.Report;
import retention.fixtures.coverage.Coverage;
import retention.fixtures.coverage.Covering;
import retention.fixtures.suggestion.Suggested;
import retention.fixtures.suggestion.Suggesting;
import retention.fixtures.suggestion.Suggestions;
import retention.json.DidYouMean;
import retention.rules.RuleBook;

/** Whether to suggest cases for what no case shows, and where they go. */
final class SuggestOptions {

    @Option(
            names = "--suggest",
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "suggests a case for each side that no case shows, and for the values just below, at and just "
                            + "above each threshold: a case that there is with one change, which expects what comes out today. "
                            + "Prints them as YAML, to be looked at and kept or not; only for files whose names end so, when "
                            + "named, as in trust/delivery.drl")
    private @Nullable List<String> files;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "with --suggest: writes the cases to a new folder instead, in files of the same names")
    private @Nullable Path into;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    /** Tells or writes what is suggested, if that was asked for; cases that fail show nothing. */
    void suggest(RuleBook book, Fixtures fixtures, Path folder, Report report) {
        List<String> named = files;
        if (named == null) {
            if (into != null) {
                throw wrong("--into says where to write what --suggest finds: write both");
            }
            return;
        }
        if (into != null) {
            requireNew(into, folder);
        }
        boolean all =
                report.leftOut() + report.notTried() == 0; // what --filter leaves out shows something all the same
        Coverage coverage = Covering.of(book, fixtures, all ? report : fixtures.run(), folder);
        named.forEach(name -> requireKnown(name, coverage));
        Predicate<String> wanted = file -> named.isEmpty() || named.stream().anyMatch(name -> ends(file, name));
        tell(suggestions(new Suggesting(book, fixtures, coverage), wanted), folder);
    }

    private Suggestions suggestions(Suggesting suggesting, Predicate<String> wanted) {
        PrintWriter err = verb().commandLine().getErr();
        var left = Remaining.of(suggesting.rules(wanted).size() + 1, "rules", err);
        Suggestions suggestions = suggesting.run(wanted, left::done);
        left.end();
        return suggestions;
    }

    private void tell(Suggestions all, Path folder) {
        PrintWriter out = verb().commandLine().getOut();
        var byFile = new LinkedHashMap<String, List<Suggested>>(all.cases().stream()
                .collect(Collectors.groupingBy(Suggested::file, LinkedHashMap::new, Collectors.toList())));
        if (into == null) {
            byFile.forEach((file, cases) -> print(file, cases, out));
        } else {
            write(byFile, into, folder);
        }
        all.nothing().forEach(line -> out.println("# nothing found: " + line));
        out.println("# sides: " + all.sides());
        out.println("# values at thresholds and beside them: " + all.spots());
        out.println("# " + all.cases().size() + " cases suggested"
                + (into == null || byFile.isEmpty() ? "" : "; they are in " + into));
        out.flush();
    }

    private static void print(String file, List<Suggested> cases, PrintWriter out) {
        out.println("# " + file);
        cases.forEach(one -> {
            out.println();
            one.withComment().forEach(out::println);
        });
        out.println();
    }

    /** Files beside which the same rule files stand: whoever tries the new folder tries what is in it. */
    private static void write(Map<String, List<Suggested>> byFile, Path into, Path folder) {
        String prefix = folder.toString().replace('\\', '/');
        byFile.forEach((file, cases) -> {
            String below = file.startsWith(prefix + "/") ? file.substring(prefix.length() + 1) : file;
            String text = "# Suggested for " + file + ": look at each case, name it, and move what you keep.\ncases:\n"
                    + cases.stream()
                            .map(one -> "\n" + String.join("\n", one.withComment()) + "\n")
                            .collect(Collectors.joining());
            try {
                Path to = into.resolve(below);
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.writeString(to, text);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    /** Nothing that somebody wrote is written over, and no suggestion becomes a case by itself. */
    private static void requireNew(Path to, Path folder) {
        if (to.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
            throw wrong("--into: what is suggested is to be looked at first: write it to a folder beside " + folder);
        }
        if (Files.exists(to) && !empty(to)) {
            throw wrong("--into: " + to + " is no empty folder");
        }
    }

    private static boolean empty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean ends(String file, String name) {
        String plain = name.replace('\\', '/');
        return file.equals(plain) || file.endsWith("/" + plain);
    }

    private static void requireKnown(String name, Coverage coverage) {
        var known = new TreeSet<String>();
        coverage.rules().forEach(one -> known.add(one.rule().file()));
        coverage.forks().forEach(one -> known.add(one.fork().file()));
        List<String> last = known.stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .toList();
        if (known.stream().noneMatch(file -> ends(file, name))) {
            throw wrong("--suggest: there is no rule file " + name + DidYouMean.hint(name, last));
        }
    }

    private static IllegalArgumentException wrong(String words) {
        return new IllegalArgumentException(words);
    }

    private CommandSpec verb() {
        return Objects.requireNonNull(verb);
    }
}
