package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retention.http.ApiKey;

/** Keys as whoever operates a server makes and takes them. */
final class KeysCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("keys");
    }

    @Test
    void a_key_is_shown_once_and_only_its_hash_is_kept() throws IOException {
        assertThat(run("add", "crm", "--scopes", "advise,metrics", "--until", "2199-01-31"))
                .isZero();
        String key = out.toString().strip();
        assertThat(key).matches("rak_[A-Za-z0-9_-]{43}");
        assertThat(err.toString())
                .contains("shown this once", "Authorization: Bearer", "advise,metrics")
                .doesNotContain(key);
        assertThat(Files.readAllLines(file))
                .last()
                .isEqualTo("crm advise,metrics sha256:" + ApiKey.hash(key) + " until 2199-01-31");
        assertThat(Files.readString(file)).doesNotContain(key);
        assertThat(permissions()).isEqualTo("rw-------");
        assertThat(list()).isEqualTo("crm  advise,metrics  until 2199-01-31");
    }

    @Test
    void no_two_keys_are_equal() {
        run("add", "a", "--scopes", "advise");
        run("add", "b", "--scopes", "advise");
        assertThat(out.toString().lines().distinct()).hasSize(2);
    }

    @Test
    void comments_other_keys_and_who_may_read_stay_as_they_are() throws IOException {
        run("add", "a", "--scopes", "advise");
        String before = Files.readString(file) + "\n# for the new CRM\n";
        Files.writeString(file, before);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(run("add", "b", "--scopes", "read-rules")).isZero();
        assertThat(Files.readString(file)).startsWith(before).contains("\nb read-rules ");
        assertThat(permissions()).isEqualTo("rw-r--r--");
        assertThat(run("remove", "b")).isZero();
        assertThat(Files.readString(file)).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_link_to_the_file_stays_a_link() throws IOException {
        run("add", "a", "--scopes", "advise");
        Path real = Files.move(file, folder.resolve("real"));
        Files.createSymbolicLink(file, real);
        assertThat(run("add", "b", "--scopes", "advise")).isZero();
        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(real)).contains("\nb advise ");
    }

    @Test
    void a_taken_name_is_refused_and_nothing_is_changed() throws IOException {
        run("add", "crm", "--scopes", "advise");
        String before = Files.readString(file);
        assertThat(run("add", "crm", "--scopes", "metrics")).isEqualTo(2);
        assertThat(err.toString()).contains("there is a key of crm in " + file + " already", "crm-2");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void the_last_key_can_be_taken_away_and_that_is_told() throws IOException {
        run("add", "crm", "--scopes", "advise");
        assertThat(run("remove", "crm")).isZero();
        assertThat(err.toString()).contains("It was the last one");
        assertThat(Files.readString(file)).isNotBlank();
        assertThat(list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add crm2 --scopes advice               | did you mean "advise"?
            add crm2 --scopes advise,              | there is no scope ""
            add crm2                               | --scopes
            add --scopes advise                    | NAME
            add cr/m --scopes advise               | a name is up to 64
            add crm2 --scopes advise --until 2020-01-31 | is over already
            add crm2 --scopes advise --until soon  | --until
            remove crn                             | did you mean "crm"?
            """)
    void what_cannot_be_done_is_told(String words, String told) throws IOException {
        run("add", "crm", "--scopes", "advise");
        String before = Files.readString(file);
        assertThat(run(words.split("\\s+", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(told);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void a_file_that_is_no_good_is_told_with_its_line_and_left_alone() throws IOException {
        Files.writeString(file, "# keys\n\ncrm advise sha256:12\n");
        for (List<String> words :
                List.of(List.of("add", "b", "--scopes", "advise"), List.of("remove", "crm"), List.of("list"))) {
            assertThat(run(words.toArray(String[]::new))).isEqualTo(2);
        }
        assertThat(err.toString().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith(file + ":3: the hash is sha256: and 64 digits"));
    }

    @Test
    void a_file_or_folder_that_is_not_there_is_told() {
        assertThat(run("list")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file " + file);
        file = folder.resolve("none").resolve("keys");
        assertThat(run("add", "crm", "--scopes", "advise")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no folder " + folder.resolve("none"));
    }

    private String list() {
        out.getBuffer().setLength(0);
        assertThat(run("list")).isZero();
        return out.toString().strip();
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private int run(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "keys";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--keys";
        all[words.length + 2] = file.toString();
        return Advisor.execute(
                Advisor.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)), all);
    }
}
