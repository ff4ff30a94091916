package retention.http;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import org.jspecify.annotations.Nullable;

/**
 * Who comes in, and through which door.
 *
 * @param keys whose holders are let in; null for everybody on this machine
 * @param tls what connections are sealed with; null for none
 */
public record Entrance(@Nullable ApiKeys keys, @Nullable Tls tls) {

    /** For everybody on this machine, without TLS. */
    public static final Entrance OPEN = new Entrance(null, null);

    /** The first part of the server's address. */
    String scheme() {
        return tls == null ? "http" : "https";
    }

    /** Has the server listen there. */
    Undertow.Builder listener(Undertow.Builder server, String host, int port) {
        return tls == null ? server.addHttpListener(port, host) : tls.listener(server, host, port);
    }

    /** What stands before the routes: the keys, or where there are none, the look at who was meant. */
    HttpHandler before(HttpHandler next, Routes routes, String host, Refusals refusals) {
        return keys == null ? new OnlyLocal(next, host) : new Access(next, routes, keys, refusals);
    }

    /** What stands before everything, so that each answer has its headers. */
    HttpHandler outermost(HttpHandler next) {
        return new SafeHeaders(next, tls != null);
    }

    /** Follows the files of keys and certificate until it is closed. */
    Following follow(Undertow.ListenerInfo listener, Refusals refusals) {
        return new Following(() -> {
            if (keys != null) {
                keys.look();
            }
            if (tls != null && tls.look()) {
                listener.setSslContext(tls.context());
            }
            refusals.tell(System.nanoTime());
        });
    }
}
