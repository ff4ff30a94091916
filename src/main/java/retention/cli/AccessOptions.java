package retention.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import retention.http.ApiKeys;
import retention.http.Entrance;
import retention.http.Tls;

/** Who may ask the server, and how what goes there and back is sealed. */
final class AccessOptions {

    private static final String WHY = "other machines reach %s: without keys everybody there could read and change the "
            + "rules, without TLS everybody on the way could read customers and keys; give %s, or leave --host out";

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "API keys of those who may ask, made by 'advisor keys add'; read anew when it changes. Left "
                    + "out, whoever is on this machine may ask, and nobody else")
    private @Nullable Path keys;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description =
                    "certificate for TLS and those that vouch for it, as PEM, the server's own first; read anew when it changes")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "private key to the certificate, as PEM without a password")
    private @Nullable Path key;

    @Option(
            names = "--behind-proxy",
            fallbackValue = "true",
            description = "TLS ends in a proxy before this server, and nobody else reaches it")
    private boolean behindProxy;

    /** What lets those in who may. Throws IllegalArgumentException, in words to act upon, when it would let in others. */
    Entrance entrance(String host) throws IOException {
        refuseHalves();
        refuseOpen(host);
        Tls tls = certificate == null || key == null ? null : Tls.follow(certificate, key, InstantSource.system());
        return new Entrance(keys == null ? null : ApiKeys.follow(keys, InstantSource.system()), tls);
    }

    private void refuseHalves() {
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("--tls-certificate and --tls-key go together: "
                    + (key == null ? "--tls-key" : "--tls-certificate") + " is missing");
        }
        if (behindProxy && key != null) {
            throw new IllegalArgumentException(
                    "--behind-proxy says that TLS ends before this server, --tls-key that it "
                            + "ends here; leave one of them out");
        }
        if (behindProxy && keys == null) {
            throw new IllegalArgumentException(
                    "--behind-proxy needs --keys FILE: whoever reaches the proxy could read and change the rules");
        }
    }

    /** What a call on the command line needs besides; empty when nobody needs a key. */
    String header() {
        return keys == null ? "" : "-H \"Authorization: Bearer $KEY\" ";
    }

    private void refuseOpen(String host) {
        boolean sealed = behindProxy || key != null;
        if (onlyHere(host) || (keys != null && sealed)) {
            return;
        }
        String missing = (keys == null ? "--keys FILE" : "")
                + (keys == null && !sealed ? " and " : "")
                + (sealed ? "" : "either --tls-certificate FILE --tls-key FILE or --behind-proxy");
        throw new IllegalArgumentException(WHY.formatted(host, missing));
    }

    /** Whether all addresses of that name are of this machine alone. */
    private static boolean onlyHere(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("--host: nobody knows the address of " + host, unknown);
        }
    }
}
