package retention.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import retention.facts.Customer;
import retention.rules.RuleBook;

/** The first customers of the workload get the answers that it expects, so that what is measured is the same work. */
class WorkloadTest {

    private static final int COUNT = 2000;

    @Test
    void the_advisor_in_both_styles_and_the_hand_written_code_answer_as_the_workload_expects() throws Exception {
        List<Customer> customers = Workload.customers(COUNT);
        List<String> expected = Workload.expected(customers);
        assertThat(Workload.sha256OfTexts(expected)).isEqualTo(Check.EXPECTED.get(COUNT));
        try (RuleBook book = RuleBook.open(Workload.RULES)) {
            assertThat(Check.answers(book, customers, 2)).isEqualTo(expected);
        }
        try (RuleBook book = RuleBook.open(StyleBench.rules())) {
            assertThat(Check.answers(book, customers, 2)).isEqualTo(expected);
        }
    }
}
