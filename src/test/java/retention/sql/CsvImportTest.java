package retention.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSV files become tables that a query maps to customers. */
class CsvImportTest {

    @TempDir
    Path folder;

    @Test
    void every_row_is_one_line_with_its_lists_inside() {
        var customers = Csv.plain(folder, "customers", "id,since", "c1,2020-02-29", "c2,");
        var orders = Csv.packed(folder, "orders", "number,customer,price", "o2,c1,12.50", "o1,c1,7");

        var imported = imported("""
                -- with comments, and {braces} in them
                SELECT JSON_OBJECT('id' VALUE c.id, 'since' VALUE c.since, 'orders' VALUE (
                    SELECT JSON_ARRAYAGG(JSON_OBJECT('id' VALUE o.number, 'amount' VALUE CAST(o.price AS DECIMAL(9, 2)))
                        ORDER BY o.number)
                    FROM orders o WHERE o.customer = c.id) ABSENT ON NULL)
                FROM customers c ORDER BY c.id; -- and a semicolon
                """, customers, orders);

        assertThat(imported.lines())
                .containsExactly(
                        "{\"id\":\"c1\",\"since\":\"2020-02-29\","
                                + "\"orders\":[{\"id\":\"o1\",\"amount\":7.0},{\"id\":\"o2\",\"amount\":12.5}]}",
                        "{\"id\":\"c2\"}");
        assertThat(imported.result()).isEqualTo(new Result(2, 0));
    }

    @Test
    void a_field_that_holds_nothing_is_null_unless_in_quotes() {
        var t = Csv.plain(folder, "t", "id,language", "1,", "2,\"\"", "3,\" \"", "4,  ", "5, en ");

        var imported = imported(
                "SELECT JSON_OBJECT('id' VALUE id, 'language' VALUE language ABSENT ON NULL) FROM t ORDER BY id", t);

        assertThat(imported.lines())
                .containsExactly(
                        "{\"id\":\"1\"}",
                        "{\"id\":\"2\",\"language\":\"\"}",
                        "{\"id\":\"3\",\"language\":\" \"}",
                        "{\"id\":\"4\",\"language\":\"  \"}",
                        "{\"id\":\"5\",\"language\":\" en \"}");
    }

    @Test
    void quotes_commas_line_breaks_and_other_alphabets_survive() {
        var t = Csv.plain(folder, "t", "\uFEFFid,\"segment, old\"", "\"a\"\"b,\nc\",x", "客户,y");

        var imported = imported("SELECT JSON_OBJECT('id' VALUE id) FROM t ORDER BY \"SEGMENT, OLD\"", t);

        assertThat(imported.lines()).containsExactly("{\"id\":\"a\\\"b,\\nc\"}", "{\"id\":\"客户\"}");
    }

    @Test
    void capital_letters_in_names_do_not_matter() {
        var t = Csv.plain(folder, "Kunden", "customerID", "7");

        assertThat(imported("SELECT JSON_OBJECT('id' VALUE CUSTOMERid) FROM KUNDEN", t)
                        .lines())
                .containsExactly("{\"id\":\"7\"}");
    }

    @Test
    void tables_of_one_import_are_not_seen_by_another() {
        try (Source first = Source.csv(List.of(Csv.plain(folder, "t", "id", "1")));
                Source second = Source.csv(List.of())) {
            assertThat(Imported.from(first, "SELECT JSON_OBJECT('id' VALUE id) FROM t")
                            .lines())
                    .hasSize(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Imported.from(second, "SELECT JSON_OBJECT('id' VALUE id) FROM t"))
                    .withMessageContaining("\"T\" not found");
        }
    }

    private static Imported imported(String query, CsvTable... tables) {
        try (Source source = Source.csv(List.of(tables))) {
            return Imported.from(source, query);
        }
    }
}
