package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.assertProblem;
import static retention.http.Calls.get;
import static retention.http.Calls.send;
import static retention.http.Calls.to;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the API comes from this server alone. */
@Timeout(60)
final class PageTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private final Server server = Calls.serve(Calls::advice);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_page_loads_files_that_are_there_and_holds_no_script_of_its_own() throws Exception {
        String page = get(server, "/docs").body();
        assertThat(page).doesNotContain("<style", "style=", "onload", "http:", "https:");
        assertThat(page.replaceAll("<script src=\"[^\"]*\"></script>", "")).doesNotContain("<script");
        var links = LINK.matcher(page).results().map(link -> link.group(1)).toList();
        assertThat(links).contains("docs/swagger-ui-bundle.js", "docs/page.js", "openapi.json");
        for (String link : links) {
            if (!link.startsWith("data:")) {
                assertThat(get(server, "/" + link).statusCode()).as(link).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.json,application/json",
        "/docs,text/html; charset=utf-8",
        "/docs/page.js,text/javascript; charset=utf-8",
        "/docs/page.css,text/css; charset=utf-8",
        "/docs/swagger-ui.css,text/css; charset=utf-8",
        "/docs/swagger-ui-bundle.js,text/javascript; charset=utf-8"
    })
    void whoever_has_a_file_is_not_sent_it_again(String path, String type) throws Exception {
        HttpResponse<String> first = get(server, path);
        assertThat(first.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'")
                .doesNotContain("unsafe", "http");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = send(to(server, path).header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(send(to(server, path).header("If-None-Match", "\"other\"")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/",
                "/docs/index.html",
                "/docs/openapi.yaml",
                "/docs/swagger-ui.js",
                "/docs/..%2fopenapi.yaml",
                "/docs/%2e%2e/openapi.yaml"
            })
    void no_other_file_can_be_had(String path) throws Exception {
        assertProblem(get(server, path), 404, "no-such-path");
    }
}
