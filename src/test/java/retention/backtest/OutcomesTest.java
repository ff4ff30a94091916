package retention.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    @Test
    void two_rows_of_one_customer_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcomes(List.of("it"), List.of(row("a", "1"), row("b", "1"), row("a", "0"))))
                .withMessage("rows 1 and 3 of the outcomes are of one customer");
    }

    @Test
    void too_many_texts_are_no_groups() {
        assertThat(report(50)).contains("| t49 | 0 |  |  |  |  |");
        assertThat(report(51))
                .contains("Nothing can be computed: these are 51 different texts, and more than 50 are not compared as "
                        + "groups.");
    }

    private static List<String> report(int texts) {
        List<Outcomes.Row> rows =
                IntStream.range(0, texts).mapToObj(i -> row("c" + i, "t" + i)).toList();
        var customer = new Scored("c0", 50, 50, 50, 50);
        return new Backtest(List.of(customer), new Outcomes(List.of("it"), rows)).markdown();
    }

    private static Outcomes.Row row(String customer, String value) {
        return new Outcomes.Row(customer, List.of(value));
    }
}
