package retention.http;

import io.undertow.Undertow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.Options;
import org.xnio.Sequence;

/**
 * The certificate that the server shows, and the private key to it, from PEM files that are followed: a renewed pair serves
 * the connections that come from then on; those that are open stay. Thread-safe, but one thread looks.
 */
public final class Tls {

    static {
        // Without this a client may have the costly part of TLS 1.2 done again and again on one connection.
        if (System.getProperty("jdk.tls.rejectClientInitiatedRenegotiation") == null) {
            System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration EVERY = Duration.ofDays(1);

    private final Path certificate;
    private final Followed<Identity> files;
    private final InstantSource clock;
    private Instant warned = Instant.MIN;

    private Tls(Path certificate, Followed<Identity> files, InstantSource clock) {
        this.certificate = certificate;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Reads the chain of certificates, the server's own first, and its private key. Throws IllegalArgumentException for a
     * pair that does not fit or a key that everybody may read, IOException for a file that cannot be read.
     */
    public static Tls follow(Path certificate, Path key, InstantSource clock) throws IOException {
        var files = new Followed<>(List.of(certificate, key), contents -> {
            refuseOpen(key);
            return Identity.of(certificate.toString(), contents.get(0), key.toString(), contents.get(1));
        });
        var tls = new Tls(certificate, files, clock);
        tls.warn();
        return tls;
    }

    /** Until when the certificate is good, in milliseconds since 1970. */
    public long endsAtMillis() {
        return files.now().notAfter().toEpochMilli();
    }

    /** What new connections are made with. */
    SSLContext context() {
        return files.now().context();
    }

    /** Looks at the files, and warns daily when the end is near; whether there is a new context. */
    boolean look() {
        boolean changed = files.look();
        if (changed) {
            warned = Instant.MIN;
        }
        warn();
        return changed;
    }

    /** TLS 1.2 and 1.3, with the ciphers whose past traffic stays secret when the key is lost. */
    Undertow.Builder listener(Undertow.Builder server, String host, int port) {
        String[] good = Arrays.stream(context().getSupportedSSLParameters().getCipherSuites())
                .filter(Tls::good)
                .toArray(String[]::new);
        return server.addHttpsListener(port, host, context())
                .setSocketOption(Options.SSL_ENABLED_PROTOCOLS, Sequence.of("TLSv1.3", "TLSv1.2"))
                .setSocketOption(Options.SSL_ENABLED_CIPHER_SUITES, Sequence.of(good));
    }

    private static boolean good(String cipher) {
        boolean sealed = cipher.contains("_GCM_") || cipher.contains("_CHACHA20_");
        boolean forgetful = cipher.startsWith("TLS_ECDHE_") || !cipher.contains("_WITH_"); // TLS 1.3 has no others
        return sealed && forgetful;
    }

    private void warn() {
        Instant now = clock.instant();
        Instant end = files.now().notAfter();
        if (end.isAfter(now.plus(SOON)) || warned.isAfter(now.minus(EVERY))) {
            return;
        }
        warned = now;
        LOG.warn(
                "the certificate {} {} on {}; put a new pair in its place, it is taken up at once",
                certificate,
                end.isBefore(now) ? "ended" : "ends",
                end);
    }

    /** As ssh does: a private key that everybody on the machine may read is none. */
    private static void refuseOpen(Path key) {
        try {
            if (Permissions.everybodyReads(key)) {
                throw new IllegalArgumentException("everybody on this machine can read the private key " + key
                        + ": chmod 600 " + key + ", or 640 for a group");
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(key + " cannot be looked at", unreadable);
        }
    }
}
