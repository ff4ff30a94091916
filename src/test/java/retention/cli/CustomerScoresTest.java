package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.backtest.Scored;
import retention.rules.RuleBook;
import retention.rules.TinyRules;
import retention.sql.CustomerRow;
import retention.sql.RowError;

class CustomerScoresTest {

    @TempDir
    private static Path folder;

    private static RuleBook book;

    private final List<RowError> errors = new ArrayList<>();

    @BeforeAll
    static void open() {
        book = new TinyRules(folder)
                .assessment(rule(
                        "months",
                        "Customer( $month : birthdayMonth, $month != null )",
                        "new Evidence( Dimension.TRUST, $month, \"{month}\" )"))
                .trust(rule(
                        "divides",
                        "Customer( $month : birthdayMonth, $month != null )",
                        "new Recommend( \"CALL\", \"\" + 1 / ( $month - 7 ) )"))
                .open();
    }

    @AfterAll
    static void close() {
        book.close();
    }

    @Test
    void scores_come_in_the_order_of_the_rows_on_any_number_of_threads() throws Exception {
        String[] rows = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"id\":\"c" + i + "\",\"birthdayMonth\":" + (1 + i % 6) + "}")
                .toArray(String[]::new);
        for (int threads : new int[] {1, 3, 8}) {
            var pool = new ForkJoinPool(threads); // parallel streams stay in the pool that they are begun in
            try {
                List<Scored> scored = pool.submit(() -> scored(rows)).get();
                assertThat(scored).hasSize(10_000);
                for (int i = 0; i < 10_000; i++) {
                    assertThat(scored.get(i).customer()).isEqualTo("c" + i);
                    assertThat(scored.get(i).trust()).isEqualTo(61 + i % 6);
                }
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void a_row_that_is_no_customer_and_one_on_whom_the_rules_fail_are_left_out_and_named() {
        assertThat(scored("{\"id\":\"a\",\"birthdayMonth\":7}", "{", "{\"id\":\"b\"}"))
                .extracting(Scored::customer)
                .containsExactly("b");
        assertThat(errors).extracting(RowError::row).containsExactly(1L, 2L);
        assertThat(errors.get(0).problem()).contains("divides");
    }

    @Test
    void a_customer_made_twice_counts_once() {
        assertThat(scored("{\"id\":\"a\"}", "{\"id\":\"b\"}", "{\"id\":\"a\"}")).hasSize(2);
        assertThat(errors).containsExactly(new RowError(3, "id", "is that of row 1, too"));
    }

    private List<Scored> scored(String... rows) {
        var progress = Progress.to(new PrintWriter(new StringWriter()));
        var scores = new CustomerScores(book::advise, List.of(), LocalDate.of(2026, 6, 1), errors::add, progress);
        for (int i = 0; i < rows.length; i++) {
            scores.add(new CustomerRow(i + 1, rows[i]));
        }
        List<Scored> all = scores.all();
        assertThat(scores.refused()).isEqualTo(errors.size());
        return all;
    }
}
