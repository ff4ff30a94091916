package retention.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import retention.json.Hash;

/** One run of the rule compiler over some files of a stage, together with the company's own facts. Thread-safe. */
final class DrlBuild {

    private static final String IMPORTS = """
            package advisor
            import retention.facts.*
            import retention.advice.*
            import java.time.DayOfWeek
            """;
    private static final String ROOT = "src/main/resources/";

    /** No rule file can be named so, or it would come instead. */
    private static final String VOCABULARY = "$vocabulary.drl";

    private static final Pattern QUOTED = Pattern.compile("Unable to Analyse Expression ([^\\n]+?):?\\s*(\\n|$)");
    private static final AtomicLong BUILDS = new AtomicLong();

    private final String folder;
    private final Collection<Declared> declared;
    private final ClassLoader visible;

    /** {@code visible} is all that the compiler may see of the program. */
    DrlBuild(String folder, Collection<Declared> declared, ClassLoader visible) {
        this.folder = folder;
        this.declared = declared;
        this.visible = visible;
    }

    /** What every build of this folder is given besides its files. */
    String vocabulary() {
        var lines = new ArrayList<>(List.of(IMPORTS));
        declared.forEach(one -> lines.add(one.drl()));
        return String.join("\n", lines);
    }

    /** The Java classes that files become, by path; null when they do not compile, which has then been reported. */
    @Nullable
    Map<String, byte[]> classes(List<RuleFile> files, Collection<Problem> problems) {
        return run(ExecutableModelProject.class, files, problems, (kie, builder) -> {
            var classes = new TreeMap<String, byte[]>();
            ((CanonicalKieModule) builder.getKieModule()).getClassesMap().forEach((name, bytes) -> {
                if (name.startsWith("advisor/")) {
                    classes.put(name, bytes);
                }
            });
            return classes;
        });
    }

    /** Files as the interpreter has them; null when they do not compile, which has then been reported. */
    @Nullable
    KieBase interpreted(List<RuleFile> files, Collection<Problem> problems) {
        return run(
                DrlProject.class,
                files,
                problems,
                (kie, builder) -> kie.newKieContainer(builder.getKieModule().getReleaseId())
                        .getKieBase());
    }

    private interface Outcome<T> {
        T of(KieServices kie, KieBuilder builder);
    }

    private <T> @Nullable T run(
            Class<? extends KieBuilder.ProjectType> project,
            List<RuleFile> files,
            Collection<Problem> problems,
            Outcome<T> outcome) {
        KieServices kie = KieServices.get();
        ReleaseId build = kie.newReleaseId("advisor", "rules", version(project, files));
        try {
            KieBuilder builder = kie.newKieBuilder(sources(kie, build, files), visible);
            builder.buildAll(project);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            errors.forEach(error -> problems.add(problem(error, files)));
            return errors.isEmpty() ? outcome.of(kie, builder) : null;
        } catch (RuntimeException | LinkageError broken) {
            problems.add(Problem.of(Code.NOT_COMPILED, folder, plain(broken)));
            return null;
        } finally {
            kie.getRepository().removeKieModule(build); // the repository would keep every version ever built
        }
    }

    /** The compiler names classes by it, and classes of several starts come together: other files must get other names. */
    private String version(Class<? extends KieBuilder.ProjectType> project, List<RuleFile> files) {
        if (project != ExecutableModelProject.class) {
            return Long.toString(BUILDS.incrementAndGet()); // containers are found by it
        }
        var texts = new ArrayList<>(List.of(vocabulary()));
        files.forEach(file -> texts.addAll(List.of(file.name(), file.text())));
        return Hash.of(texts);
    }

    private KieFileSystem sources(KieServices kie, ReleaseId build, List<RuleFile> files) {
        KieFileSystem sources = kie.newKieFileSystem();
        sources.generateAndWritePomXML(build);
        write(kie, sources, VOCABULARY, vocabulary());
        files.forEach(file -> write(kie, sources, file.name(), file.text()));
        return sources;
    }

    private static void write(KieServices kie, KieFileSystem sources, String name, String text) {
        sources.write(kie.getResources()
                .newByteArrayResource(text.getBytes(StandardCharsets.UTF_8))
                .setSourcePath(ROOT + "advisor/" + name));
    }

    private Problem problem(Message error, List<RuleFile> files) {
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

    /** What the compiler says is about code that the author has never seen; only a condition that it quotes is of use. */
    private static String firstLine(@Nullable String text) {
        Matcher quoted = QUOTED.matcher(text == null ? "" : text);
        return "the compiler does not understand "
                + (quoted.lookingAt() ? "\"" + quoted.group(1) + "\"" : "this")
                + ": is a name misspelt, or a value compared with one of another kind?";
    }
}
