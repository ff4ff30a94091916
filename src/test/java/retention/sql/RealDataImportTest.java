package retention.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked examples over the public data they are written for, which is not part of the project. */
class RealDataImportTest {

    private static final Path DATA = Path.of(Optional.ofNullable(System.getProperty("RETENTION_DATA"))
            .or(() -> Optional.ofNullable(System.getenv("RETENTION_DATA")))
            .orElse("../shared/data"));

    @BeforeEach
    void needs_the_data() {
        if (!Files.isDirectory(DATA)) {
            String missing =
                    "NOT TESTED: no folder " + DATA + " with the public data; RETENTION_DATA names another one";
            System.out.println(missing);
            Assumptions.abort(missing);
        }
    }

    @Test
    void all_subscribers_of_the_telephone_company_are_customers() {
        imports("telco.sql", new Result(7_043, 0), table("telco", "telco"));
    }

    @Test
    void all_buyers_of_the_marketplace_are_customers() {
        imports(
                "marketplace.sql",
                new Result(28_473, 0),
                table("orders", "olist-orders"),
                table("items", "olist-items"),
                table("customers", "olist-customers"),
                table("reviews", "olist-reviews"));
    }

    private static void imports(String query, Result expected, CsvTable... tables) {
        long start = System.nanoTime();
        try (Source source = Source.csv(List.of(tables))) {
            Imported imported = Imported.from(source, Imported.query(query));
            assertThat(imported.errors()).isEmpty();
            assertThat(imported.result()).isEqualTo(expected);
            assertThat(imported.lines())
                    .hasSize(Math.toIntExact(expected.written()))
                    .doesNotHaveDuplicates();
        }
        System.out.printf("%s: %s in %d ms%n", query, expected, (System.nanoTime() - start) / 1_000_000);
    }

    private static CsvTable table(String name, String file) {
        return new CsvTable(name, DATA.resolve(file + ".csv.gz"));
    }
}
