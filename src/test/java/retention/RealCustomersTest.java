package retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.cli.Advisor;

/** The public data, imported by the worked examples and advised by the shipped rules, as a user would from the shell. */
class RealCustomersTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void needs_the_data() {
        PublicData.require();
    }

    @Test
    void every_subscriber_of_the_telephone_company_is_advised() throws IOException {
        advised("telco.sql", 7_043, "telco=telco");
    }

    @Test
    void every_buyer_of_the_marketplace_is_advised() throws IOException {
        advised(
                "marketplace.sql",
                28_473,
                "orders=olist-orders",
                "items=olist-items",
                "customers=olist-customers",
                "reviews=olist-reviews");
    }

    private void advised(String query, int customers, String... tables) throws IOException {
        Path file = folder.resolve("customers.ndjson");
        var command = new ArrayList<>(
                List.of("import", "--sql", "src/test/resources/import/" + query, "--output", file.toString()));
        for (String table : tables) {
            command.add("--csv");
            String[] nameAndFile = table.split("=", 2);
            command.add(PublicData.table(nameAndFile[0], nameAndFile[1]));
        }
        assertThat(Advisor.run(command.toArray(String[]::new))).isZero();
        try (var lines = Files.lines(file)) {
            assertThat(lines.count()).isEqualTo(customers);
        }
        System.out.println(query);
        assertThat(Advisor.run("advise", "--summary", file.toString()))
                .as("a customer could not be advised")
                .isZero();
    }
}
