package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.List;

/**
 * One path and what answers there.
 *
 * @param methods in capitals; all are answered by the same handler
 */
record Route(String path, List<HttpString> methods, HttpHandler handler) {

    /** A path to read from; Undertow leaves out the body of the answer to HEAD. */
    static Route get(String path, HttpHandler handler) {
        return new Route(path, List.of(Methods.GET, Methods.HEAD), handler);
    }

    /** A path to send to. */
    static Route post(String path, HttpHandler handler) {
        return new Route(path, List.of(Methods.POST), handler);
    }

    /** The methods as the header Allow wants them. */
    String allowed() {
        return String.join(", ", methods.stream().map(HttpString::toString).toList());
    }
}
