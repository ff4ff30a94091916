package retention.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** What comes on a connection when somebody does not keep to HTTP: requests with changed bytes, and mere noise. */
final class RawMutants {

    private static final int LONGEST_NOISE = 2000;
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String ANNA = "{\"id\":\"Anna\",\"asOf\":\"2026-06-01\"}";

    private static final List<String> REQUESTS = List.of(
            "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /v1/rules HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n",
            "HEAD /v1/schema HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n",
            "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\n" + JSON + "Content-Length: 33\r\n\r\n" + ANNA,
            "POST /v1/advice?explain=full&action=CALL HTTP/1.1\r\nHost: localhost\r\n" + JSON
                    + "Content-Length: 33\r\n\r\n" + ANNA,
            "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n10\r\n"
                    + ANNA.substring(0, 16) + "\r\n11\r\n" + ANNA.substring(16) + "\r\n0\r\n\r\n",
            "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 67\r\n\r\n"
                    + ANNA + "\n" + ANNA,
            "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\n" + JSON
                    + "Expect: 100-continue\r\nContent-Length: 33\r\n\r\n" + ANNA,
            "POST /v1/rules/rollback HTTP/1.1\r\nHost: localhost\r\n" + JSON
                    + "Content-Length: 19\r\n\r\n{\"revision\":\"none\"}",
            "POST /v1/advice HTTP/1.0\r\n" + JSON + "Content-Length: 33\r\nConnection: keep-alive\r\n\r\n" + ANNA,
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n");

    private static final List<byte[]> FOREIGN = List.of(
                    "\r\n",
                    "\r\n\r\n",
                    "\n",
                    "\r",
                    "\0",
                    " ",
                    "\t",
                    ":",
                    ";",
                    "%",
                    "%00",
                    "%ff",
                    "%zz",
                    "?",
                    "&",
                    "/",
                    "//",
                    "../",
                    "\u00ff",
                    "\u00c0\u00af",
                    "HTTP/1.0",
                    "HTTP/9.9",
                    "Content-Length: 5\r\n",
                    "Content-Length: -1\r\n",
                    "Content-Length: 999999999999999999999999\r\n",
                    "Transfer-Encoding: chunked\r\n",
                    "Transfer-Encoding: gzip\r\n",
                    "Connection: close\r\n",
                    "Connection: Upgrade\r\nUpgrade: h2c\r\n",
                    "Host: y\r\n",
                    "Expect: 100-continue\r\n",
                    "Content-Type: text/plain\r\n",
                    "Content-Encoding: gzip\r\n",
                    "X: y\r\n".repeat(300),
                    "a".repeat(70_000),
                    "ffffffff\r\n",
                    "-1\r\n",
                    "0\r\n\r\n")
            .stream()
            .map(text -> text.getBytes(ISO_8859_1))
            .toList();

    private final Random random;

    RawMutants(Random random) {
        this.random = random;
    }

    /** The next one. */
    byte[] next() {
        if (random.nextInt(8) == 0) {
            byte[] noise = new byte[random.nextInt(LONGEST_NOISE)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] request = REQUESTS.get(random.nextInt(REQUESTS.size())).getBytes(ISO_8859_1);
        return Splinters.in(request, FOREIGN, random);
    }
}
