package retention.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One customer of our own, so that all has been used once that an answer needs. */
final class Rehearsal {

    private Rehearsal() {}

    /** Whether the server at this address answers for this customer; throws UncheckedIOException when it cannot be reached. */
    static boolean answers(URI server, String customer) {
        try {
            var call = (HttpURLConnection) server.resolve("/v1/advice").toURL().openConnection(Proxy.NO_PROXY);
            call.setRequestProperty("Content-Type", "application/json");
            call.setDoOutput(true);
            call.getOutputStream().write(customer.getBytes(StandardCharsets.UTF_8));
            return call.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }
}
