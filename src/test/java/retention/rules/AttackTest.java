package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack does harm when nothing stops it, and each part of the sandbox alone stops those that its head names. */
@TestInstance(Lifecycle.PER_CLASS)
class AttackTest {

    private static final String SOURCE = "source";

    /** What happened in a process that may be harmed: by name of the attack and part of the sandbox. */
    private final Map<String, String> outcomes = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    void attack(@TempDir Path markers) throws IOException, InterruptedException {
        var errors = new File(markers.toFile(), "errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-Dattacks.every=" + Integer.getInteger("attacks.every", 6),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AttackRun.class.getName(),
                        markers.toString())
                .redirectError(errors)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(() -> output + contentOf(errors)).isZero();
        output.lines().map(line -> line.split("\t")).forEach(line -> outcomes.put(line[0] + " " + line[1], line[2]));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void does_harm_when_nothing_stops_it_and_is_stopped_by_those_parts_that_its_head_names(Attack attack) {
        assertThat(outcomes.get(attack.name() + " " + AttackRun.NONE)).isEqualTo(AttackRun.HARM);
        Set<String> stoppedBy = new TreeSet<>();
        for (String part : List.of("loaders", "bytecode", "steps")) {
            if ("safe".equals(outcomes.get(attack.name() + " " + part))) {
                stoppedBy.add(part);
            }
        }
        if (refused(attack)) {
            stoppedBy.add(SOURCE);
        }
        assertThat(stoppedBy).isEqualTo(attack.stoppedBy());
    }

    private boolean refused(Attack attack) {
        new TinyRules(folder.resolve(attack.name())).filler().file("trust.drl", attack.text());
        Set<Problem> problems = new TreeSet<>();
        RuleFolder read = RuleFolder.of(RuleSources.read(folder.resolve(attack.name())), problems);
        FolderCheck.of(read, problems);
        return problems.stream()
                .anyMatch(problem ->
                        problem.file().endsWith("trust.drl") && !problem.code().warning());
    }

    static List<Attack> attacks() {
        return Attack.tried();
    }
}
