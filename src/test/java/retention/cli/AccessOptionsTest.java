package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** What 'serve' asks for before it lets in anybody. It looks at that first, so no test here gets as far as the rules. */
final class AccessOptionsTest {

    private static final String FURTHER = "no-such-folder";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        run("keys", "add", "crm", "--scopes", "advise", "--keys", path("keys"));
        copy("ec.pem");
        copy("ec-key.pem");
        copy("rsa2-key.pem");
        err.getBuffer().setLength(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.1.2.3"})
    void on_this_machine_alone_nothing_is_asked_for(String host) {
        assertGetsFurther("--host " + host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "2001:db8::1"})
    void elsewhere_keys_and_tls_are_asked_for(String host) {
        assertRefused(
                "--host " + host, "other machines reach " + host, "give --keys FILE and either --tls-certificate FILE");
        assertRefused(
                "--host " + host + " --keys KEYS",
                "give either --tls-certificate FILE --tls-key FILE or --behind-proxy");
        assertRefused(
                "--host " + host + " --tls-certificate CERT --tls-key KEY", "give --keys FILE, or leave --host out");
        assertGetsFurther("--host " + host + " --keys KEYS --behind-proxy");
        assertGetsFurther("--host " + host + " --keys KEYS --tls-certificate CERT --tls-key KEY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --host no-such-host.invalid           | nobody knows the address of no-such-host.invalid
            --tls-certificate CERT                | --tls-key is missing
            --tls-key KEY                         | --tls-certificate is missing
            --behind-proxy                        | --behind-proxy needs --keys FILE
            --behind-proxy --keys KEYS --tls-certificate CERT --tls-key KEY | leave one of them out
            --tls-certificate CERT --tls-key OTHER | holds no whole EC private key
            --tls-certificate NONE --tls-key KEY  | there is no file
            --keys NONE                           | there is no file
            """)
    void half_of_it_is_told(String options, String told) {
        assertRefused(options, told);
    }

    @Test
    void a_file_without_keys_is_refused() throws IOException {
        Files.writeString(folder.resolve("keys"), "# nobody yet\n");
        assertRefused("--keys KEYS", "keys holds no key; 'advisor keys add NAME");
        Files.writeString(folder.resolve("keys"), "");
        assertRefused("--keys KEYS", "keys is empty; 'advisor keys add NAME");
    }

    @Test
    void a_keys_file_that_others_can_write_is_refused() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("keys"), PosixFilePermissions.fromString("rw-rw----"));
        assertRefused("--keys KEYS", "chmod go-w");
        Files.setPosixFilePermissions(folder.resolve("keys"), PosixFilePermissions.fromString("rw----rw-"));
        assertRefused("--keys KEYS", "chmod go-w");
    }

    @Test
    void a_server_that_was_refused_leaves_no_log_of_its_own_behind() {
        serve("--host 0.0.0.0");
        PrintStream console = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            LoggerFactory.getLogger(AccessOptionsTest.class).warn("said later");
        } finally {
            System.setErr(console);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("said later");
    }

    private void assertRefused(String options, String... told) {
        err.getBuffer().setLength(0);
        assertThat(serve(options)).isEqualTo(2);
        assertThat(err.toString()).contains(told).doesNotContain("Exception");
        assertThat(err.toString().lines()).hasSize(1);
    }

    /** It goes on to the rules, which are not there. */
    private void assertGetsFurther(String options) {
        err.getBuffer().setLength(0);
        assertThat(serve(options)).isNotZero();
        assertThat(err.toString()).contains(FURTHER);
    }

    private int serve(String options) {
        String known = options.replace("KEYS", path("keys"))
                .replace("CERT", path("ec.pem"))
                .replace("OTHER", path("rsa2-key.pem"))
                .replace("NONE", path("none"))
                .replace("KEY", path("ec-key.pem"));
        return run(
                ("serve --port 0 --rules " + path(FURTHER) + " --state " + path("state") + " " + known).split(" ", -1));
    }

    private int run(String... words) {
        CommandLine line =
                Advisor.line().setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err, true));
        return Advisor.execute(line, words);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void copy(String name) throws IOException {
        try (InputStream pem = Objects.requireNonNull(getClass().getResourceAsStream("/tls/" + name))) {
            Files.copy(pem, folder.resolve(name));
            Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
        }
    }
}
