package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One path and what answers there.
 *
 * @param methods in capitals; all are answered by the same handler
 * @param scope what a key must let its holder do; null when nobody needs a key
 */
record Route(
        String path, List<HttpString> methods, @Nullable Scope scope, HttpHandler handler) {

    /** A path to read from; Undertow leaves out the body of the answer to HEAD. */
    static Route get(String path, @Nullable Scope scope, HttpHandler handler) {
        return new Route(path, List.of(Methods.GET, Methods.HEAD), scope, handler);
    }

    /** A path to send to. */
    static Route post(String path, Scope scope, HttpHandler handler) {
        return new Route(path, List.of(Methods.POST), scope, handler);
    }

    /** The methods as the header Allow wants them. */
    String allowed() {
        return String.join(", ", methods.stream().map(HttpString::toString).toList());
    }
}
