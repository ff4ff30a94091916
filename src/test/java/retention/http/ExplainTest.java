package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.assertProblem;
import static retention.http.Calls.json;
import static retention.http.Calls.send;
import static retention.http.Calls.serve;
import static retention.http.Calls.to;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the address of a question for advice may ask besides. */
final class ExplainTest {

    private final Server server = serve(Calls::advice);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_explanation_comes_only_when_it_is_asked_for() throws Exception {
        assertThat(ask("?explain=full").body())
                .contains("\"explained\":\"Anna\"")
                .contains("\"whatIf\":false");
        assertThat(ask("?explain=full&action=CALL&whatIf=true").body())
                .contains("\"action\":\"CALL\"")
                .contains("\"whatIf\":true");
        assertThat(ask("?trace=7").body()).isEqualTo(ask("").body()).doesNotContain("explained");
    }

    @Test
    void a_wrong_value_is_a_problem_with_what_was_meant() throws Exception {
        assertRefused("?explain=ful", "explain: must be full - did you mean \"full\"?");
        assertRefused("?explain=full&action=CALL&whatIf=tru", "did you mean \"true\"?");
        assertRefused("?explian=full", "did you mean \"explain\"?");
        assertRefused("?explain=full&whatIf=true", "action: is missing");
        assertRefused("?action=CALL", "explain: is missing");
    }

    @Test
    void what_would_change_it_is_asked_of_one_customer_and_not_of_a_stream() throws Exception {
        HttpResponse<String> refused = stream("?explain=full&action=CALL&whatIf=true");
        assertProblem(refused, 400, "bad-request");
        assertThat(json(refused).at("/detail").asString())
                .isEqualTo("whatIf: goes with one customer as application/json, not with a stream: leave whatIf out");
        assertThat(stream("?explain=full&action=CALL").body()).contains("\"explained\":\"Anna\"");
    }

    private HttpResponse<String> stream(String query) throws Exception {
        return send(to(server, "/v1/advice" + query)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString("{\"id\":\"Anna\"}\n")));
    }

    private void assertRefused(String query, String detail) throws Exception {
        HttpResponse<String> response = ask(query);
        assertProblem(response, 400, "bad-request");
        assertThat(json(response).at("/detail").asString()).contains(detail);
    }

    private HttpResponse<String> ask(String query) throws Exception {
        return send(to(server, "/v1/advice" + query)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\":\"Anna\"}")));
    }
}
