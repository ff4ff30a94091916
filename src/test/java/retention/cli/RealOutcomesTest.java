package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import retention.PublicData;

/** The shipped rules, never trained on anything, against what became of the customers in the public data. */
class RealOutcomesTest {

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
