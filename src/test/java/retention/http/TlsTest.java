package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static retention.http.Calls.await;
import static retention.http.Calls.logOf;
import static retention.http.Calls.logUntil;
import static retention.http.Calls.readUntil;
import static retention.http.Calls.serve;
import static retention.http.Calls.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with TLS, from PEM files that were made for these tests. */
@Timeout(60)
final class TlsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "rsa.pem, rsa-key.pem",
        "rsa.pem, rsa-key-pkcs1.pem",
        "ec.pem, ec-key.pem",
        "ec.pem, ec-key-sec1.pem",
        "ec384.pem, ec384-key-sec1.pem",
        "ed25519.pem, ed25519-key.pem"
    })
    void every_usual_form_of_key_serves(String certificate, String key) throws Exception {
        put(certificate, key);
        try (Server server = serve(new Entrance(null, tls()));
                SSLSocket socket = connect(server, certificate, "TLSv1.3")) {
            assertThat(server.address().toString()).startsWith("https://127.0.0.1:");
            String answer = ask(socket);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("Strict-Transport-Security: max-age=31536000\r\n");
        }
    }

    @Test
    void tls_1_2_serves_with_ciphers_that_keep_past_traffic_secret_and_older_versions_do_not() throws Exception {
        put("rsa.pem", "rsa-key.pem");
        try (Server server = serve(new Entrance(null, tls()))) {
            try (SSLSocket socket = connect(server, "rsa.pem", "TLSv1.2")) {
                assertThat(ask(socket)).startsWith("HTTP/1.1 200");
                assertThat(socket.getSession().getCipherSuite()).startsWith("TLS_ECDHE_");
            }
            try (SSLSocket socket = open(server, "rsa.pem")) {
                socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"});
                assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
            }
        }
    }

    @Test
    void who_speaks_http_to_it_is_not_answered() throws Exception {
        put("ec.pem", "ec-key.pem");
        try (Server server = serve(new Entrance(null, tls()));
                var socket = Calls.connect(server)) {
            write(socket, "GET /v1/rules HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP", "revision");
        }
    }

    @Test
    void a_new_pair_is_shown_to_new_connections_and_the_open_ones_stay() throws Exception {
        put("rsa.pem", "rsa-key.pem");
        try (Server server = serve(new Entrance(null, tls()));
                SSLSocket before = connect(server, "rsa.pem", "TLSv1.3")) {
            assertThat(ask(before)).startsWith("HTTP/1.1 200");
            put("ec.pem", "ec-key-sec1.pem");
            await(() -> serves(server, "ec.pem"));
            assertThat(ask(before)).startsWith("HTTP/1.1 200");
            assertThat(serves(server, "rsa.pem")).isFalse();
        }
    }

    @Test
    void a_new_pair_that_does_not_fit_leaves_the_one_before_it() throws Exception {
        put("rsa.pem", "rsa-key.pem");
        try (Server server = serve(new Entrance(null, tls()))) {
            String stays = "what was read before stays in force";
            String log = logUntil(stays, () -> copy("ec.pem", "server.pem"));
            assertThat(log.lines()).hasSize(1);
            assertThat(log).contains("key.pem holds no whole EC private key");
            assertThat(logUntil(stays, () -> Files.delete(folder.resolve("key.pem"))))
                    .contains("there is no file");
            assertThat(serves(server, "rsa.pem")).isTrue();
            copy("ec-key.pem", "key.pem");
            await(() -> serves(server, "ec.pem"));
        }
    }

    @Test
    void the_end_of_the_certificate_is_told_two_weeks_before_and_every_day() throws Exception {
        put("ec.pem", "ec-key.pem");
        Instant end = certificate("ec.pem").getNotAfter().toInstant();
        var now = new AtomicReference<>(end.minus(Duration.ofDays(15)));
        InstantSource clock = now::get;
        var made = new AtomicReference<Tls>();
        assertThat(logOf(() -> made.set(Tls.follow(folder.resolve("server.pem"), folder.resolve("key.pem"), clock))))
                .isEmpty();
        Tls tls = Objects.requireNonNull(made.get());
        assertThat(tls.endsAtMillis()).isEqualTo(end.toEpochMilli());
        now.set(end.minus(Duration.ofDays(13)));
        assertThat(logOf(tls::look)).contains("server.pem ends on " + end);
        assertThat(logOf(tls::look)).isEmpty();
        now.set(end.plus(Duration.ofDays(1)));
        assertThat(logOf(tls::look)).contains("server.pem ended on " + end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rsa.pem | rsa2-key.pem         | does not belong to the certificate in
            rsa.pem | ec-key.pem           | holds no whole RSA private key
            ec.pem  | ec-key-encrypted.pem | openssl pkey -in
            ec.pem  | ec.pem               | holds no private key
            ec-key.pem | ec-key.pem        | cannot be read as a chain of PEM certificates
            """)
    void a_pair_that_is_no_good_is_told_at_the_start(String certificate, String key, String told) throws Exception {
        put(certificate, key);
        assertThatThrownBy(this::tls)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told)
                .hasMessageContaining(folder.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 100, 200})
    void a_key_that_was_cut_off_is_no_good(int length) throws Exception {
        put("ec.pem", "ec-key-sec1.pem");
        String whole = Files.readString(folder.resolve("key.pem"));
        Files.writeString(folder.resolve("key.pem"), whole.substring(0, Math.min(length, whole.length() - 60)));
        assertThatThrownBy(this::tls)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void a_private_key_that_everybody_may_read_is_refused() throws Exception {
        put("ec.pem", "ec-key.pem");
        Files.setPosixFilePermissions(folder.resolve("key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(this::tls)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chmod 600 " + folder.resolve("key.pem"));
    }

    private Tls tls() throws IOException {
        return Tls.follow(folder.resolve("server.pem"), folder.resolve("key.pem"), InstantSource.system());
    }

    private void put(String certificate, String key) throws IOException {
        copy(key, "key.pem");
        copy(certificate, "server.pem");
    }

    private void copy(String from, String to) throws IOException {
        try (InputStream pem = resource(from)) {
            Path beside = folder.resolve("new");
            Files.copy(pem, beside);
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
            Files.move(beside, folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean serves(Server server, String certificate) throws Exception {
        try (SSLSocket socket = connect(server, certificate, "TLSv1.3")) {
            return ask(socket).startsWith("HTTP/1.1 200");
        } catch (SSLHandshakeException other) {
            return false;
        }
    }

    private static String ask(SSLSocket socket) throws IOException {
        write(socket, "GET /v1/rules HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return readUntil(socket, "}");
    }

    private static SSLSocket connect(Server server, String certificate, String version) throws Exception {
        SSLSocket socket = open(server, certificate);
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return socket;
    }

    /** Trusts that certificate and no other. */
    private static SSLSocket open(Server server, String certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", certificate(certificate));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static X509Certificate certificate(String name) throws Exception {
        try (InputStream pem = resource(name)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TlsTest.class.getResourceAsStream("/tls/" + name));
    }
}
