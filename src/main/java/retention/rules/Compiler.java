package retention.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles the rule files of one stage into a KieBase. */
public enum Compiler {
    /** Rules become Java classes: what serves. */
    EXECUTABLE(ExecutableModelProject.class),
    /** Rules are interpreted, which needs drools-mvel on the class path: a second opinion for tests. */
    CLASSIC(DrlProject.class);

    private static final String IMPORTS = """
            package advisor
            import retention.facts.*
            import retention.advice.*
            import java.time.DayOfWeek
            """;
    private static final String ROOT = "src/main/resources/";
    private static final AtomicLong BUILDS = new AtomicLong();

    private final Class<? extends KieBuilder.ProjectType> project;

    Compiler(Class<? extends KieBuilder.ProjectType> project) {
        this.project = project;
    }

    /** Null when the rules do not compile, which has then been reported. Thread-safe: each build has a name of its own. */
    @Nullable
    KieBase compile(String folder, List<RuleFile> files, Collection<Declared> declared, Collection<Problem> problems) {
        KieServices kie = KieServices.get();
        ReleaseId build = kie.newReleaseId("advisor", "rules", Long.toString(BUILDS.incrementAndGet()));
        try {
            KieBuilder builder = kie.newKieBuilder(sources(kie, build, files, declared));
            builder.buildAll(project);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            errors.forEach(error -> problems.add(problem(error, folder, files)));
            return errors.isEmpty() ? kie.newKieContainer(build).getKieBase() : null;
        } catch (RuntimeException | LinkageError broken) {
            problems.add(Problem.of(Code.NOT_COMPILED, folder, plain(broken)));
            return null;
        } finally {
            kie.getRepository().removeKieModule(build); // the repository would keep every version ever built
        }
    }

    private static KieFileSystem sources(
            KieServices kie, ReleaseId build, List<RuleFile> files, Collection<Declared> declared) {
        KieFileSystem sources = kie.newKieFileSystem();
        sources.generateAndWritePomXML(build);
        var head = new ArrayList<>(List.of(IMPORTS));
        declared.forEach(one -> head.add(one.drl()));
        write(kie, sources, "vocabulary.drl", String.join("\n", head));
        files.forEach(file -> write(kie, sources, file.name(), file.text()));
        return sources;
    }

    private static void write(KieServices kie, KieFileSystem sources, String name, String text) {
        sources.write(kie.getResources()
                .newByteArrayResource(text.getBytes(StandardCharsets.UTF_8))
                .setSourcePath(ROOT + "advisor/" + name));
    }

    private static Problem problem(Message error, String folder, List<RuleFile> files) {
        String path = String.valueOf(error.getPath());
        String message = firstLine(error.getText());
        return files.stream()
                .filter(file -> path.endsWith("advisor/" + file.name()))
                .findFirst()
                .map(file -> error.getLine() > 0
                        ? file.problemInLine(Code.NOT_COMPILED, error.getLine(), message)
                        : Problem.of(Code.NOT_COMPILED, file.shown(), message))
                .orElseGet(() -> Problem.of(Code.NOT_COMPILED, folder, message));
    }

    private static String plain(Throwable broken) {
        Throwable cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return firstLine(cause.getMessage());
    }

    /** The first line, unless it talks of the code that the compiler makes of a rule. */
    private static String firstLine(@Nullable String text) {
        String line = text == null ? "" : text.lines().findFirst().orElse("");
        return line.isBlank() || line.contains("Java source") || line.contains(".java")
                ? "the compiler does not understand this: is a value compared with one of another kind?"
                : line;
    }
}
