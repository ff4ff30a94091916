package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static retention.http.Calls.connect;
import static retention.http.Calls.get;
import static retention.http.Calls.json;
import static retention.http.Calls.post;
import static retention.http.Calls.serve;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retention.advice.Advice;
import retention.facts.Customer;

/** A server that is closed while it works. */
@Timeout(60)
final class ClosingTest {

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        go.countDown();
    }

    @Test
    void a_running_request_is_answered_and_a_new_one_refused() throws Exception {
        Server server = serve(this::slowly);
        var answer = CompletableFuture.supplyAsync(() -> advice(server));
        running.await();
        var closing = CompletableFuture.runAsync(server::close);
        HttpResponse<String> refused = firstRefused(server);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Connection")).hasValue("close");
        assertThat(json(refused).at("/type").asString()).isEqualTo("urn:retention:problem:closing");
        assertThat(closing).isNotDone();
        go.countDown();
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(json(answer.get()).at("/customer").asString()).isEqualTo("Anna");
        closing.get();
        assertThatThrownBy(() -> connect(server).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_request_that_does_not_end_cannot_keep_the_server_open() throws Exception {
        Server server = serve(Calls.limits(2, Duration.ofSeconds(30), Duration.ofMillis(100)), this::stubbornly);
        var answer = CompletableFuture.supplyAsync(() -> advice(server));
        running.await();
        CompletableFuture.runAsync(server::close).get(20, TimeUnit.SECONDS);
        assertThat(answer).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void closing_twice_does_no_harm() {
        Server server = serve(Calls::advice);
        server.close();
        server.close();
    }

    private Advice slowly(Customer customer) {
        running.countDown();
        try {
            go.await();
        } catch (InterruptedException cutOff) {
            throw new IllegalStateException(cutOff);
        }
        return Calls.advice(customer);
    }

    /** Not even an interrupt ends it. */
    private Advice stubbornly(Customer customer) {
        running.countDown();
        while (go.getCount() > 0) {
            Thread.onSpinWait();
        }
        return Calls.advice(customer);
    }

    private static HttpResponse<String> advice(Server server) {
        try {
            return post(server, "application/json", "{\"id\":\"Anna\"}");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Asks until the closing has begun. */
    private static HttpResponse<String> firstRefused(Server server) throws Exception {
        HttpResponse<String> response = get(server, "/v1/rules");
        while (response.statusCode() == 200) {
            response = get(server, "/v1/rules");
        }
        assertThat(response.statusCode()).isEqualTo(503);
        return response;
    }
}
