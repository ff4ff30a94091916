package retention.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;

/** The OpenAPI document and a page made from it by Swagger UI. All that the page needs comes from this server. */
final class Page {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private static final String LIBRARY = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private Page() {}

    /** The document, the page, and each file that it loads; no others. */
    static List<Route> routes(Supplier<String> document, Lane lane) {
        return List.of(
                Route.get(
                        "/openapi.json",
                        null,
                        new Unchanging(Answer.JSON, () -> document.get().getBytes(StandardCharsets.UTF_8), lane)),
                Route.get("/docs", null, new Unchanging(HTML, () -> own("page.html"), lane)),
                Route.get("/docs/page.js", null, new Unchanging(SCRIPT, () -> own("page.js"), lane)),
                Route.get("/docs/page.css", null, new Unchanging(STYLE, () -> own("page.css"), lane)),
                Route.get("/docs/swagger-ui.css", null, new Unchanging(STYLE, () -> library("swagger-ui.css"), lane)),
                Route.get(
                        "/docs/swagger-ui-bundle.js",
                        null,
                        new Unchanging(SCRIPT, () -> library("swagger-ui-bundle.js"), lane)));
    }

    private static byte[] own(String name) {
        return bytes("/retention/http/" + name);
    }

    private static byte[] library(String name) {
        return bytes("/META-INF/resources/webjars/swagger-ui/" + libraryVersion() + "/" + name);
    }

    private static String libraryVersion() {
        try (InputStream in = open(LIBRARY)) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String name) {
        InputStream in = Page.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the build left out " + name);
        }
        return in;
    }
}
