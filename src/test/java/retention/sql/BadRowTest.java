package retention.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that are no customers are named, and the others are written. */
class BadRowTest {

    @Test
    void a_bad_row_does_not_stop_the_others() {
        var imported =
                rows("'{\"id\": \"1\"}'", "'{\"id\": \"2\", \"orders\": [{\"amount\": \"7\"}]}'", "'{\"id\": \"3\"}'");

        assertThat(imported.lines()).containsExactly("{\"id\":\"1\"}", "{\"id\":\"3\"}");
        assertThat(imported.errors()).containsExactly("row 2: orders[0].amount: must be a number");
        assertThat(imported.result()).isEqualTo(new Result(2, 1));
    }

    @Test
    void a_row_that_is_null_is_refused() {
        assertThat(rows("NULL").errors()).containsExactly("row 1: is NULL, not a customer");
    }

    @Test
    void a_row_that_is_no_json_is_refused_without_repeating_it() {
        assertThat(rows("'secret'", "'{\"id\": '").errors())
                .containsExactly(
                        "row 1: is not well-formed (line 1, column 1)", "row 2: ends too early (line 1, column 8)");
    }

    @Test
    void a_row_that_is_json_but_no_customer_is_refused() {
        assertThat(rows("''", "'null'", "'7'", "'[]'", "'{}'", "'{\"id\": \"1\"} {\"id\": \"2\"}'")
                        .errors())
                .hasSize(6)
                .contains("row 5: id: is missing");
    }

    @Test
    void an_unknown_property_gets_a_hint() {
        assertThat(rows("'{\"id\": \"1\", \"order\": []}'").errors())
                .containsExactly("row 1: order: is not known - did you mean \"orders\"?");
    }

    @Test
    void a_key_given_twice_is_refused() {
        assertThat(rows("'{\"id\": \"1\", \"id\": \"2\"}'").errors())
                .singleElement()
                .asString()
                .contains("same key twice");
    }

    private static Imported rows(String... values) {
        try (Source source = Source.csv(List.of())) {
            return Imported.from(source, "SELECT j FROM (VALUES (" + String.join("), (", values) + ")) t(j)");
        }
    }
}
