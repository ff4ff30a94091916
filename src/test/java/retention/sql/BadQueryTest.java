package retention.sql;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** A query that cannot be used ends in one sentence, with the place when the database names it. */
class BadQueryTest {

    @Test
    void a_syntax_error_names_line_and_column() {
        refused("-- the \"first\" line\nSELECT JSON_OBJECT('id' VALUE 'é'\n  FORM x)")
                .withMessageStartingWith("query, line 3, column 3: Syntax error; expected \"[, .,");
    }

    @Test
    void an_unknown_column_is_named_in_one_line() {
        refused("SELECT\nidd FROM (VALUES ('1')) t(id)").withMessage("query: Column \"IDD\" not found");
    }

    @Test
    void a_value_that_does_not_convert_is_told_in_the_databases_words() {
        refused("SELECT CAST('31.12.2025' AS DATE)").withMessageStartingWith("query: Cannot parse \"DATE\" constant");
    }

    @Test
    void a_query_with_more_than_one_column_is_refused() {
        refused("SELECT 1 AS id, 2 AS name")
                .withMessage("the query must have one column, a customer as JSON_OBJECT; it has 2: ID, NAME");
    }

    @Test
    void a_statement_that_is_no_query_is_refused() {
        refused("CREATE TABLE t (id INT)").withMessage("the query returns no rows: it must be a SELECT");
        refused("-- nothing").withMessage("the query returns no rows: it must be a SELECT");
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refused(String query) {
        return assertThatIllegalArgumentException().isThrownBy(() -> {
            try (Source source = Source.csv(List.of())) {
                Imported.from(source, query);
            }
        });
    }
}
