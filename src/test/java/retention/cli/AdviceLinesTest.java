package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.Json;
import retention.rules.RuleBook;
import retention.rules.TinyRules;
import tools.jackson.databind.JsonNode;

class AdviceLinesTest {

    @TempDir
    private static Path folder;

    private static RuleBook book;

    @BeforeAll
    static void open() {
        book = new TinyRules(folder)
                .filler()
                .trust(TinyRules.rule(
                        "divides",
                        "Order( $late : daysLate, $late >= 1 )",
                        "new Recommend( \"CALL\", \"\" + 1 / ( $late - 5 ) )"))
                .open();
    }

    @AfterAll
    static void close() {
        book.close();
    }

    @Test
    void answers_come_in_the_order_of_the_input_on_any_number_of_threads() throws IOException {
        String input = IntStream.range(0, 3000)
                .mapToObj(i -> "{\"id\":\"c" + i + "\"}\n")
                .collect(Collectors.joining());
        for (int threads : new int[] {1, 3, 8}) {
            List<JsonNode> answers = answers(input, threads);
            assertThat(answers).hasSize(3000);
            for (int i = 0; i < 3000; i++) {
                assertThat(answers.get(i).get("customer").asString()).isEqualTo("c" + i);
            }
        }
    }

    @Test
    void a_bad_line_becomes_an_error_with_its_number_and_the_others_go_on() throws IOException {
        List<JsonNode> answers = answers("{\"id\":\"a\"}\n\n{\"id\":\"b\",\"ordrs\":[]}\n{\"id\":\"c\"}", 2);
        assertThat(answers).hasSize(3);
        assertThat(answers.get(1).get("line").asInt()).isEqualTo(3);
        assertThat(answers.get(1).get("path").asString()).isEqualTo("ordrs");
        assertThat(answers.get(1).get("detail").asString()).isEqualTo("ordrs: is not known - did you mean \"orders\"?");
        assertThat(answers.get(2).get("customer").asString()).isEqualTo("c");
    }

    @Test
    void a_line_too_long_and_a_customer_on_whom_the_rules_fail_stop_nobody_else() throws IOException {
        String input = "x".repeat(AdviceLines.LONGEST + 1)
                + "\n{\"id\":\"a\",\"orders\":[{\"promisedOn\":\"2026-05-27\"}]}\n{\"id\":\"b\"}\n";
        List<JsonNode> answers = answers(input, 2);
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).get("detail").asString()).contains("a line may have");
        assertThat(answers.get(1).get("status").asInt()).isEqualTo(500);
        assertThat(answers.get(1).get("detail").asString()).contains("divides");
        assertThat(answers.get(2).get("customer").asString()).isEqualTo("b");
    }

    @Test
    void bad_lines_are_counted() throws IOException {
        var lines = new AdviceLines(book::advise, LocalDate.EPOCH, 2, silent());
        assertThat(lines.run(bytes("{\n{\"id\":\"a\"}\n{\n"), OutputStream.nullOutputStream()))
                .isEqualTo(2);
    }

    /** Nobody takes the answers, so at some point nobody may read any more: memory stays bounded. */
    @Test
    void reading_waits_for_writing() throws Exception {
        byte[] customer = "{\"id\":\"a\"}\n".getBytes(StandardCharsets.UTF_8);
        var read = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                return customer[(int) (read.getAndIncrement() % customer.length)];
            }

            @Override
            public int read(byte[] into, int from, int length) {
                for (int i = 0; i < length; i++) {
                    into[from + i] = (byte) read();
                }
                return length;
            }
        };
        var release = new CountDownLatch(1);
        var stuck = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                try {
                    release.await();
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
                throw new IOException("nobody is there any more");
            }
        };
        var run = new Thread(() -> {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new AdviceLines(book::advise, LocalDate.EPOCH, 2, silent()).run(endless, stuck));
        });
        run.start();
        long before = -1;
        while (before != read.get()) { // until it has come to rest
            before = read.get();
            run.join(200);
        }
        assertThat(read.get()).isPositive().isLessThan(4L * 1024 * 1024);
        release.countDown();
        run.join();
    }

    private static List<JsonNode> answers(String input, int threads) throws IOException {
        var out = new ByteArrayOutputStream();
        new AdviceLines(book::advise, LocalDate.of(2026, 6, 1), threads, silent()).run(bytes(input), out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(Json.mapper()::readTree)
                .toList();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Progress silent() {
        return Progress.to(new PrintWriter(new StringWriter()));
    }
}
