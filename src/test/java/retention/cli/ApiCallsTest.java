package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import retention.http.Editing;
import retention.http.Endpoints;
import retention.http.Limits;
import retention.http.Server;
import retention.json.Json;
import retention.reload.LiveRules;
import retention.reload.Revisions;
import retention.reload.Watching;
import retention.rules.Opening;
import retention.rules.TinyRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A real server does what the OpenAPI document says: it has these calls and no others, and answers as described. */
@Timeout(120)
class ApiCallsTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final ObjectNode DOCUMENT = (ObjectNode) Json.mapper().readTree(ApiDocument.text());

    @TempDir
    private static Path temp;

    private static LiveRules live;
    private static Server server;

    @BeforeAll
    static void serve() {
        Path folder = temp.resolve("rules");
        new TinyRules(folder)
                .assessment(rule(
                        "late",
                        "Customer( $days : orders.worstDaysLate, $days >= 3 )",
                        "new Evidence( Dimension.TRUST, -30, \"{$days} days late\" )".replace("$", "")))
                .trust(rule("sorry", "Trust( low )", "new Recommend( \"CALL\", \"trust is low\" )"));
        live = LiveRules.open(
                folder,
                Watching.defaults(),
                new Revisions(temp.resolve("state"), 20),
                Opening.standard(),
                InstantSource.system());
        var editing = new Editing(
                live::check, () -> Map.of("revisions", live.revisions()), live::rollback, Duration.ofSeconds(30));
        server = Server.start(
                "127.0.0.1",
                0,
                Limits.defaults(),
                new Endpoints(live::advise, live::explain, live::inForce, live::schema, editing)
                        .described(ApiDocument::text));
    }

    @AfterAll
    static void close() {
        server.close();
        live.close();
    }

    @Test
    void the_document_has_every_path_of_the_server_and_no_other() throws Exception {
        String paths = json(send("GET", "/nowhere", "", "")).get("detail").asString();
        assertThat(new TreeSet<>(List.of(paths.replace("the paths are ", "").split(", "))))
                .isEqualTo(new TreeSet<>(described().keySet()));
    }

    @Test
    void the_document_has_every_method_of_a_path_and_no_other() throws Exception {
        for (var path : described().entrySet()) {
            var allowed = new TreeSet<>(List.of(send("OPTIONS", path.getKey(), "", "")
                    .headers()
                    .firstValue("Allow")
                    .orElseThrow()
                    .toLowerCase(Locale.ROOT)
                    .split(", ")));
            allowed.remove("head"); // the introduction says so of all
            assertThat(allowed)
                    .as(path.getKey())
                    .isEqualTo(new TreeSet<>(path.getValue().propertyNames()));
        }
    }

    @Test
    void whatever_is_read_is_answered_as_described() throws Exception {
        for (var path : described().entrySet()) {
            JsonNode operation = path.getValue().get("get");
            if (operation != null) {
                HttpResponse<String> answer = send("GET", path.getKey(), "", "");
                assertThat(answer.statusCode()).as(path.getKey()).isEqualTo(200);
                assertDescribed(operation, answer);
            }
        }
    }

    @Test
    void every_example_of_a_request_is_answered_as_described() throws Exception {
        int sent = 0;
        for (var path : described().entrySet()) {
            JsonNode operation = path.getValue().path("post");
            for (var content : operation.at("/requestBody/content").properties()) {
                for (var example : content.getValue().get("examples").properties()) {
                    HttpResponse<String> answer = send(
                            "POST",
                            path.getKey(),
                            content.getKey(),
                            text(example.getValue().get("value")));
                    boolean noSuchRevision = path.getKey().endsWith("rollback");
                    assertThat(answer.statusCode())
                            .as(path.getKey() + " " + example.getKey())
                            .isEqualTo(noSuchRevision ? 400 : 200);
                    assertDescribed(operation, answer);
                    sent++;
                }
            }
        }
        assertThat(sent).isGreaterThan(5);
    }

    @Test
    void each_line_of_a_stream_is_an_advice_or_a_problem_and_the_example_is_what_is_really_said() throws Exception {
        JsonNode operation = DOCUMENT.at("/paths/~1v1~1advice/post");
        String three = operation
                .at("/requestBody/content/application~1x-ndjson/examples/three/value")
                .asString();
        List<String> lines = send("POST", "/v1/advice", "application/x-ndjson", three)
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        assertFits("Advice", lines.get(0));
        assertFits("ProblemDetail", lines.get(1));
        assertFits("Advice", lines.get(2));
        assertThat(lines.get(1) + "\n")
                .isEqualTo(operation
                        .at("/responses/200/content/application~1x-ndjson/examples/refused/value")
                        .asString());
    }

    @Test
    void an_explanation_is_as_described() throws Exception {
        String late = DOCUMENT.at("/paths/~1v1~1advice/post/requestBody/content/application~1json/examples/late/value")
                .toString();
        HttpResponse<String> advised =
                send("POST", "/v1/advice?explain=full&action=CALL&whatIf=true", "application/json", late);
        assertThat(advised.statusCode()).isEqualTo(200);
        assertThat(json(advised).at("/explanation/why/0/rules/0/place").asString())
                .isEqualTo("rules/trust.drl:2");
        assertThat(json(advised).at("/whatIf/change/path").asString()).isNotEmpty();
        assertFits("ExplainedAdvice", advised.body());
        HttpResponse<String> silent =
                send("POST", "/v1/advice?explain=full&action=CALL&whatIf=true", "application/json", "{\"id\":\"x\"}");
        assertThat(json(silent).at("/explanation/whyNot/0/rules/0/place").asString())
                .isEqualTo("rules/trust.drl:2");
        assertFits("ExplainedAdvice", silent.body());
    }

    @Test
    void the_examples_of_refusals_are_what_is_really_said() throws Exception {
        String json = "application/json";
        assertSaid(
                "badRequest/customer",
                send("POST", "/v1/advice", json, "{\"id\":\"x\",\"orders\":[{\"deliverdOn\":1}]}"));
        assertSaid("badRequest/question", send("POST", "/v1/advice?explian=full", json, "{\"id\":\"x\"}"));
        assertSaid("badQuestion/missing", send("POST", "/v1/rules/rollback", json, "{}"));
        assertSaid("tooLarge/tooLarge", send("POST", "/v1/advice", json, " ".repeat((1 << 20) + 1)));
        assertSaid("wrongContent/wrongContent", send("POST", "/v1/advice", "text/plain", "{}"));
        assertSaid("refused/wrongMethod", send("DELETE", "/v1/rules", "", ""));
    }

    @Test
    void places_begin_with_the_name_of_the_rule_folder_and_nothing_tells_where_it_lies() throws Exception {
        String check =
                "{\"files\":{\"trust/more.drl\":\"package advisor\\nrule \\\"x\\\"\\nwhen\\n    Custmer()\\nthen\\nend\\n\"}}";
        HttpResponse<String> checked = send("POST", "/v1/rules/check", "application/json", check);
        assertThat(json(checked).at("/problems/0/file").asString()).isEqualTo("rules/trust/more.drl");
        assertDescribed(DOCUMENT.at("/paths/~1v1~1rules~1check/post"), checked);
        HttpResponse<String> rules = send("GET", "/v1/rules", "", "");
        assertThat(json(rules).at("/rules/0/file").asString()).isEqualTo("rules/assessment.drl");
        assertThat(checked.body() + rules.body()).doesNotContain(temp.toString());
    }

    @Test
    void a_revision_that_is_kept_is_put_back_as_described() throws Exception {
        String revision = json(send("GET", "/v1/rules", "", "")).get("revision").asString();
        HttpResponse<String> put = send(
                "POST",
                "/v1/rules/rollback",
                "application/json",
                "{\"revision\":\"" + revision.substring(0, 8) + "\"}");
        assertThat(put.statusCode()).isEqualTo(200);
        assertDescribed(DOCUMENT.at("/paths/~1v1~1rules~1rollback/post"), put);
    }

    private static void assertSaid(String example, HttpResponse<String> answer) {
        String at = "/components/responses/" + example.replace("/", "/content/application~1problem+json/examples/");
        assertThat(json(answer)).isEqualTo(DOCUMENT.at(at + "/value"));
    }

    /** Has the status and the type that the operation names, and fits the schema. */
    private static void assertDescribed(JsonNode operation, HttpResponse<String> answer) {
        JsonNode response = resolved(operation.get("responses").get(String.valueOf(answer.statusCode())));
        String type = answer.headers().firstValue("Content-Type").orElseThrow().replace("; charset=utf-8", "");
        assertThat(response.get("content").propertyNames()).contains(type);
        if (type.endsWith("json") && !type.endsWith("ndjson")) {
            assertFits(response.get("content").get(type).get("schema"), answer.body());
        }
    }

    private static void assertFits(String schema, String json) {
        ObjectNode exactly = Json.mapper().createObjectNode().put("unevaluatedProperties", false);
        assertFits(exactly.put("$ref", "#/components/schemas/" + schema), json);
    }

    private static void assertFits(JsonNode schema, String json) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", DOCUMENT.get("components"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole.toString())
                        .validate(json, InputFormat.JSON))
                .as(json)
                .isEmpty();
    }

    private static JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? DOCUMENT.at(part.get("$ref").asString().substring(1)) : part;
    }

    /** Every path, one with a placeholder once for each value. */
    private static Map<String, JsonNode> described() {
        var paths = new TreeMap<String, JsonNode>();
        DOCUMENT.get("paths").properties().forEach(path -> {
            var values = new ArrayList<String>();
            path.getValue().at("/get/parameters/0/schema/enum").forEach(one -> values.add(one.asString()));
            if (values.isEmpty()) {
                paths.put(path.getKey(), path.getValue());
            }
            values.forEach(value -> paths.put(path.getKey().replace("{file}", value), path.getValue()));
        });
        return paths;
    }

    private static String text(JsonNode example) {
        return example.isString() ? example.asString() : example.toString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }

    private static HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
