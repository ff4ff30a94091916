package retention.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.facts.Channel;
import retention.facts.Customer;
import retention.facts.PaymentMethod;
import retention.facts.Purpose;
import retention.facts.Survey;
import retention.json.CustomerReader;

/** The worked examples say what the data says, and leave out what it does not. */
class WorkedExamplesTest {

    @TempDir
    Path folder;

    @Test
    void a_subscriber_has_a_contract_and_the_consent_that_the_example_assumes() {
        Customer subscriber = customers("telco.sql", Small.telco(folder)).get(0);

        assertThat(subscriber.since()).isEqualTo("2024-11-01");
        assertThat(subscriber.tenureMonths()).isEqualTo(14);
        assertThat(subscriber.consents().allow(Channel.EMAIL, Purpose.MARKETING))
                .isTrue();
        assertThat(subscriber.contract().plan()).isEqualTo("Fiber optic and phone");
        assertThat(subscriber.contract().monthlyPrice()).isEqualTo(89.5);
        assertThat(subscriber.contract().termMonths()).isEqualTo(12);
        assertThat(subscriber.contract().addOns())
                .containsExactly("multiple lines", "online security", "streaming movies");
        assertThat(subscriber.contract().addOnsAvailable()).isEqualTo(7);
        assertThat(subscriber.contract().paymentMethod()).isEqualTo(PaymentMethod.CARD);
        assertThat(subscriber.contract().paidAutomatically()).isTrue();
    }

    @Test
    void a_new_subscriber_with_a_phone_only_is_known_to_have_no_add_ons() {
        Customer subscriber = customers("telco.sql", Small.telco(folder)).get(1);

        assertThat(subscriber.tenureMonths()).isZero();
        assertThat(subscriber.contract().plan()).isEqualTo("phone");
        assertThat(subscriber.contract().addOns()).isEmpty();
        assertThat(subscriber.contract().addOnsAvailable()).isEqualTo(1);
        assertThat(subscriber.contract().endsOn()).isNull();
    }

    @Test
    void who_left_in_the_end_and_what_a_person_is_reach_no_fact() {
        try (Source source = Source.csv(Small.telco(folder))) {
            String telco = Imported.query("telco.sql");
            assertThat(telco.lines().filter(line -> !line.startsWith("--")))
                    .noneMatch(line -> line.matches("(?i).*\\b(churn|gender|seniorcitizen|partner|dependents)\\b.*"));
            assertThat(Imported.from(source, telco).errors()).isEmpty();
        }
    }

    @Test
    void a_buyer_has_orders_over_all_their_numbers_with_what_they_paid() {
        Customer buyer = customers("marketplace.sql", Small.marketplace(folder)).get(0);

        assertThat(buyer.orders().count()).isEqualTo(2);
        assertThat(buyer.orders().totalAmount()).isEqualTo(31.35);
        assertThat(buyer.orders().delivered().worstDaysLate()).isEqualTo(5);
        assertThat(buyer.orders().overdue().daysSinceLatest()).isEqualTo(64);
        assertThat(buyer.orders().overdue().totalAmount()).isNull();
        assertThat(buyer.surveys().of("STARS"))
                .singleElement()
                .extracting(Survey::score)
                .isEqualTo(2);
        assertThat(buyer.consents().known()).isFalse();
        assertThat(buyer.asOf().day()).isEqualTo("2018-10-04");
    }

    @Test
    void a_cancelled_order_is_not_told_as_one_still_waited_for() {
        List<Customer> buyers = customers("marketplace.sql", Small.marketplace(folder));

        assertThat(buyers).hasSize(3);
        assertThat(buyers.get(1).orders().known()).isFalse();
        assertThat(buyers.get(1).surveys().count()).isEqualTo(1);
    }

    @Test
    void a_buyer_is_decided_on_the_day_after_we_last_heard_of_them() {
        List<Customer> buyers = customers("marketplace.sql", Small.marketplace(folder));

        assertThat(buyers.get(1).asOf().day()).isEqualTo("2018-02-22"); // a review
        assertThat(buyers.get(2).asOf().day()).isEqualTo("2018-03-11"); // a delivery, and a review the day after
    }

    private static List<Customer> customers(String query, List<CsvTable> tables) {
        try (Source source = Source.csv(tables)) {
            return Imported.from(source, Imported.query(query)).lines().stream()
                    .map(line -> CustomerReader.read(line.getBytes(StandardCharsets.UTF_8), LocalDate.of(2030, 1, 1)))
                    .toList();
        }
    }
}
