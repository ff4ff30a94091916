package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import retention.http.OpenApi;
import retention.json.BadRequest;
import retention.json.Json;
import retention.json.ProblemDetail;
import retention.json.RecordSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document says what the program knows. */
class ApiDocumentTest {

    private static final Path COMMITTED = Path.of("docs/openapi.json");

    private final JsonNode document = Json.mapper().readTree(ApiDocument.text());

    @Test
    void the_committed_document_is_that_of_the_code() throws IOException {
        assertThat(Files.readString(COMMITTED))
                .as("it is old; this renews it: ./advisor schema --openapi > " + COMMITTED)
                .isEqualTo(ApiDocument.text() + "\n");
    }

    @Test
    void each_problem_of_the_code_has_an_example_and_each_example_is_a_problem_of_the_code() throws Exception {
        var made = new TreeSet<String>();
        for (Method method : ProblemDetail.class.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == ProblemDetail.class) {
                made.add(words((ProblemDetail) method.invoke(null, any(method))));
            }
        }
        assertThat(made).hasSizeGreaterThan(8);
        var told = new TreeSet<String>();
        examples(document.at("/components/responses"), told);
        assertThat(told).isEqualTo(made);
    }

    @Test
    void each_example_of_a_problem_stands_under_its_status() {
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                for (var response : operation.getValue().get("responses").properties()) {
                    String status = response.getKey();
                    at(response.getValue())
                            .findValues("status")
                            .forEach(found -> assertThat(found.isInt() ? found.asString() : "")
                                    .as(path.getKey() + " " + status)
                                    .matches(status.replace("XX", "\\d\\d") + "|"));
                }
            }
        }
    }

    @Test
    void what_may_be_missing_is_not_required_and_all_else_is() {
        JsonNode advice = document.at("/components/schemas/Advice");
        assertThat(texts(advice.get("required")))
                .containsExactly("customer", "actions", "withheld", "scores", "riskOfLeaving", "signals", "receipt");
        JsonNode inForce = document.at("/components/schemas/InForce");
        assertThat(texts(inForce.get("required"))).contains("rejected");
        assertThat(texts(document.at("/components/schemas/InForceRejected/properties/revision/type")))
                .containsExactly("string", "null");
        assertThat(texts(document.at("/components/schemas/Problem/required"))).contains("severity");
        assertThat(document.at("/components/schemas/Change/properties").propertyNames())
                .containsExactly("kind", "path", "from", "to", "distance");
    }

    @Test
    void a_field_without_a_meaning_is_an_error() {
        ObjectNode more = RecordSchemas.of(ApiDocument.ANSWERS);
        ((ObjectNode) more.at("/Reason/properties")).putObject("mood");
        assertThatIllegalStateException()
                .isThrownBy(() -> OpenApi.document(more, "1"))
                .withMessageContaining("mood");
        ObjectNode less = RecordSchemas.of(ApiDocument.ANSWERS);
        ((ObjectNode) less.at("/Reason/properties")).remove("sentence");
        assertThatIllegalStateException()
                .isThrownBy(() -> OpenApi.document(less, "1"))
                .withMessageContaining("sentence");
    }

    private static Object[] any(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == BadRequest.class
                        ? new BadRequest("x", "y")
                        : type == String.class ? "x" : type == int.class ? (Object) 1 : List.of("x"))
                .toArray();
    }

    private static String words(ProblemDetail problem) {
        return problem.status() + " " + problem.type() + " " + problem.title();
    }

    private static void examples(JsonNode part, Set<String> into) {
        if (part.has("type") && part.get("type").asString().startsWith("urn:")) {
            into.add(part.get("status") + " " + part.get("type").asString() + " "
                    + part.get("title").asString());
        }
        part.forEach(inner -> examples(inner, into));
    }

    private JsonNode at(JsonNode response) {
        return response.has("$ref")
                ? document.at(response.get("$ref").asString().substring(1))
                : response;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
