package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import retention.PublicData;

/** The shipped rules, never trained on anything, against what became of the customers in the public data. */
class RealOutcomesTest {

    private static final int SATISFACTION_OF_GROUP = 4;

    private static List<String> telco = List.of();
    private static List<String> marketplace = List.of();

    @BeforeAll
    static void compare() {
        PublicData.require();
        telco = backtest("telco", "since", "telco=telco");
        marketplace = backtest(
                "marketplace",
                "surveys",
                "orders=olist-orders",
                "items=olist-items",
                "customers=olist-customers",
                "reviews=olist-reviews");
    }

    @Test
    void every_subscriber_of_the_telephone_company_is_compared() {
        assertThat(telco).contains("7,043 customers.", "1,869 of them had it (26.5 %).");
    }

    @Test
    void every_buyer_of_the_marketplace_is_compared() {
        assertThat(marketplace)
                .contains(
                        "28,473 customers decided; 0 of them have no row of outcomes, and 0 rows of outcomes have no "
                                + "customer.",
                        "20,540 customers; 7,933 more, of whom it is not known, are left out.",
                        "27,604 customers; 869 more, of whom it is not known, are left out.");
    }

    @Test
    void the_risk_of_leaving_ranks_who_left_without_a_look_at_tenure() {
        assertThat(figure(row(telco, "risk of leaving"), 1)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void satisfaction_falls_step_by_step_the_later_an_order_comes() {
        List<Double> means = Stream.of("on time", "1", "2", "3", "4-7", "8-14", "15+")
                .map(group -> figure(row(marketplace, group), SATISFACTION_OF_GROUP))
                .toList();
        assertThat(means).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    }

    /** Most orders come on time, and these rules cannot tell the buyers of those apart, so it cannot be near 1. */
    @Test
    void satisfaction_goes_with_the_stars_that_it_does_not_see() {
        assertThat(figure(row(marketplace, "satisfaction"), 1)).isGreaterThanOrEqualTo(0.25);
    }

    private static String[] row(List<String> report, String name) {
        return report.stream()
                .filter(line -> line.startsWith("| " + name + " |"))
                .findFirst()
                .orElseThrow()
                .substring(2)
                .split(" \\| ");
    }

    private static double figure(String[] row, int column) {
        return Double.parseDouble(row[column].replace(" |", ""));
    }

    private static List<String> backtest(String example, String without, String... tables) {
        String query = "src/test/resources/import/" + example;
        var command = new ArrayList<>(List.of("backtest", "--sql", query + ".sql"));
        command.addAll(List.of("--outcomes", query + "-outcomes.sql", "--without", without));
        for (String table : tables) {
            String[] nameAndFile = table.split("=", 2);
            command.addAll(List.of("--csv", PublicData.table(nameAndFile[0], nameAndFile[1])));
        }
        var report = new StringWriter();
        assertThat(Advisor.line().setOut(new PrintWriter(report)).execute(command.toArray(String[]::new)))
                .isZero();
        System.out.println(report);
        return report.toString().lines().toList();
    }
}
