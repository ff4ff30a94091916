package retention.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.backtest.Outcomes;

class OutcomeQueryTest {

    @TempDir
    private Path folder;

    @Test
    void every_row_is_a_customer_and_what_became_of_them() {
        CsvTable t = Csv.packed(folder, "t", "Id,left,stars", "a,1,5", "b,,");
        Outcomes outcomes =
                read("SELECT stars, Id, CAST(\"left\" AS INTEGER) = 1 AS \"Has left\" FROM t ORDER BY id; -- x", t);

        assertThat(outcomes.names()).containsExactly("stars", "Has left");
        assertThat(outcomes.rows())
                .containsExactly(
                        new Outcomes.Row("a", List.of("5", "true")), new Outcomes.Row("b", Arrays.asList(null, null)));
    }

    @Test
    void names_without_quotes_are_written_small() {
        assertThat(read("SELECT 'a' AS id, 1 AS has_left").names()).containsExactly("has_left");
    }

    @Test
    void id_and_one_more_column_are_needed() {
        refused("SELECT 1 AS has_left, 2 AS stars")
                .withMessage(
                        "the query of outcomes must have a column id and one or more others; it has has_left, stars");
        refused("SELECT 1 AS id")
                .withMessage("the query of outcomes must have a column id and one or more others; it has id");
    }

    @Test
    void a_row_without_id_is_refused() {
        refused("SELECT * FROM (VALUES ('a', 1), (NULL, 0)) AS t(id, has_left)")
                .withMessage("row 2 of the outcomes has no id");
    }

    @Test
    void a_bad_query_is_told_apart_from_that_of_the_customers() {
        refused("SELECT id, has_left FORM x")
                .withMessageStartingWith("query of outcomes, line 1, column 26: Syntax error");
        refused("CREATE TABLE t (id INT)").withMessage("the query of outcomes returns no rows: it must be a SELECT");
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refused(String query) {
        return assertThatIllegalArgumentException().isThrownBy(() -> read(query));
    }

    private static Outcomes read(String query, CsvTable... tables) {
        try (Source source = Source.csv(List.of(tables))) {
            return new OutcomeQuery(query).read(source);
        }
    }
}
