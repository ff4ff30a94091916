package retention.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.backtest.Outcomes;

/** The worked examples of outcomes say what became of the customers that the worked examples of imports make. */
class OutcomeExamplesTest {

    @TempDir
    Path folder;

    @Test
    void a_subscriber_has_left_or_not() {
        Outcomes outcomes = outcomes("telco-outcomes.sql", Small.telco(folder));

        assertThat(outcomes.names()).containsExactly("has_left");
        assertThat(outcomes.rows()).containsExactly(row("A", "1"), row("B", "0"));
    }

    @Test
    void a_buyer_gave_stars_and_the_day_of_an_only_delivery_is_known() {
        Outcomes outcomes = outcomes("marketplace-outcomes.sql", Small.marketplace(folder));

        assertThat(outcomes.names()).containsExactly("stars", "days_late");
        assertThat(outcomes.rows())
                .containsExactly(row("u4", "5", "on time"), row("u1", "2", "4-7"), row("u2", "1", null));
    }

    @Test
    void groups_are_named_from_on_time_to_latest_and_two_deliveries_are_no_group() {
        Outcomes outcomes = outcomes("marketplace-outcomes.sql", late(-9, 0, 1, 2, 3, 4, 7, 8, 14, 15, 99));

        assertThat(outcomes.rows().stream()
                        .map(row -> String.valueOf(row.values().get(1))))
                .containsExactly(
                        "on time", "on time", "1", "2", "3", "4-7", "4-7", "8-14", "8-14", "15+", "15+", "null");
    }

    @Test
    void of_several_reviews_the_latest_counts() {
        List<CsvTable> tables = new ArrayList<>(late(1));
        tables.set(
                2,
                Csv.plain(
                        folder,
                        "reviews",
                        "review_id,order_id,review_score,review_creation_date",
                        "r1,o0,5,2018-03-01 00:00:00",
                        "r3,o0,3,2018-03-02 00:00:00",
                        "r2,o0,4,2018-03-02 00:00:00"));

        assertThat(outcomes("marketplace-outcomes.sql", tables).rows()).contains(row("b0", "3", "1"));
    }

    /** A buyer b0, b1 ... for each number of days, and one called twice with two deliveries. */
    private List<CsvTable> late(int... days) {
        List<String> orders = new ArrayList<>(List.of("order_id,customer_id,order_delivered_customer_date,"
                + "order_estimated_delivery_date,order_purchase_timestamp,order_status"));
        List<String> customers = new ArrayList<>(List.of("customer_id,customer_unique_id"));
        for (int i = 0; i < days.length; i++) {
            String came = LocalDate.of(2018, 2, 20).plusDays(days[i]) + " 23:00:00";
            orders.add("o" + i + ",c" + i + "," + came + ",2018-02-20 00:00:00,2018-02-01 00:00:00,delivered");
            customers.add("c" + i + ",b" + i);
        }
        for (String second : List.of("x", "y")) {
            orders.add(
                    second + "," + second + ",2018-02-21 00:00:00,2018-02-20 00:00:00,2018-02-01 00:00:00,delivered");
            customers.add(second + ",twice");
        }
        return List.of(
                Csv.plain(folder, "orders", orders.toArray(String[]::new)),
                Csv.plain(folder, "customers", customers.toArray(String[]::new)),
                Csv.plain(folder, "reviews", "review_id,order_id,review_score,review_creation_date"));
    }

    private static Outcomes outcomes(String query, List<CsvTable> tables) {
        try (Source source = Source.csv(tables)) {
            return new OutcomeQuery(Imported.query(query)).read(source);
        }
    }

    private static Outcomes.Row row(String customer, @Nullable String... values) {
        return new Outcomes.Row(customer, Arrays.asList(values));
    }
}
