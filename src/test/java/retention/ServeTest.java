package retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import retention.json.Json;
import retention.rules.RuleSources;
import retention.rules.TinyRules;
import tools.jackson.databind.JsonNode;

/** The server as a whole, as those who edit the rules see it. */
@Timeout(120)
class ServeTest {

    private static final String BAD = """
            package advisor
            rule "a"
            when
                Customer( tenurMonths > 1 )
            then
                insert( new Recommend( "CALL", "x" ) );
            end
            """;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path temp;

    @Test
    void rules_are_tried_saved_broken_and_put_back_while_it_serves() throws Exception {
        Path folder = temp.resolve("rules");
        TinyRules rules = new TinyRules(folder).filler();
        String first = RuleSources.read(folder).revision();
        Path log = temp.resolve("log");
        try (Served server = Served.start(folder, temp.resolve("state"), log, List.of("-XX:+UseParallelGC"))) {
            JsonNode checked = post(server, "/v1/rules/check", Map.of("files", Map.of("trust.drl", BAD)), 200);
            assertThat(checked.at("/problems/0/code").asString()).isEqualTo("RULE012");
            assertThat(checked.at("/problems/0/source").asString()).isEqualTo("    Customer( tenurMonths > 1 )");
            assertThat(checked.at("/warnings").isArray()).isTrue();
            rules.file("trust.drl", BAD);
            JsonNode rejected = await(
                    server,
                    "/v1/rules",
                    "/rejected/revision",
                    RuleSources.read(folder).revision());
            assertThat(rejected.at("/revision").asString()).isEqualTo(first);
            assertThat(rejected.at("/rejected/problems/0")).isEqualTo(checked.at("/problems/0"));
            assertThat(get(server, "/health/ready").at("/status").asString()).isEqualTo("up");
            rules.file("trust.drl", BAD.replace("tenurMonths", "tenureMonths"));
            String second = RuleSources.read(folder).revision();
            assertThat(await(server, "/v1/rules", "/revision", second)
                            .at("/rejected")
                            .isNull())
                    .isTrue();
            assertThat(await(server, "/v1/rules/revisions", "/revisions/0/revision", second)
                            .at("/revisions/1/revision")
                            .asString())
                    .isEqualTo(first);
            JsonNode back = post(server, "/v1/rules/rollback", Map.of("revision", first.substring(0, 9)), 200);
            assertThat(back.at("/setAside").isNull()).isTrue();
            assertThat(get(server, "/v1/rules").at("/revision").asString()).isEqualTo(first);
            assertThat(RuleSources.read(folder).revision()).isEqualTo(first);
            JsonNode refused = post(server, "/v1/rules/check", Map.of("files", Map.of("../x.drl", "")), 400);
            assertThat(refused.at("/detail").asString()).startsWith("files: a name is that of a file inside");
        }
        assertThat(Files.readString(log)).contains("RULE012").doesNotContain("Exception", "\tat ");
    }

    private JsonNode await(Served server, String path, String what, String value) throws Exception {
        JsonNode answer = get(server, path);
        while (!answer.at(what).asString("").equals(value)) {
            Thread.sleep(20);
            answer = get(server, path);
        }
        return answer;
    }

    private JsonNode get(Served server, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.address() + path)), 200);
    }

    private JsonNode post(Served server, String path, Object body, int status)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.write(body))),
                status);
    }

    private JsonNode send(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(status);
        return Json.mapper().readTree(response.body());
    }
}
