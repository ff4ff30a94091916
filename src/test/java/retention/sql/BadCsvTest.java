package retention.sql;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and names that cannot be used end in one sentence. */
class BadCsvTest {

    @TempDir
    Path folder;

    @Test
    void a_missing_file_is_named() {
        Path file = folder.resolve("gone.csv");

        refused(new CsvTable("t", file)).withMessage("CSV file " + file + " does not exist");
    }

    @Test
    void a_line_with_more_fields_than_the_header_is_named() {
        refused(Csv.plain(folder, "t", "a,b", "1,2", "1,2,3"))
                .withMessageEndingWith("t.csv: data row 2 has 3 fields, and the header has 2");
    }

    @Test
    void a_line_with_fewer_fields_than_the_header_is_named() {
        refused(Csv.plain(folder, "t", "a,b", "1", "1,2"))
                .withMessageEndingWith("t.csv: data row 1 has 1 fields, and the header has 2");
    }

    @Test
    void a_quote_that_does_not_close_does_not_swallow_the_rest() {
        refused(Csv.plain(folder, "t", "a,b", "1,2", "1,\"x", "3,4"))
                .withMessageContaining("t.csv: a quote does not close");
    }

    @Test
    void a_header_with_the_same_column_twice_is_refused() {
        refused(Csv.plain(folder, "t", "id,name,ID", "1,2,3")).withMessageEndingWith("t.csv: two columns are named ID");
    }

    @Test
    void a_column_without_a_name_is_refused() {
        refused(Csv.plain(folder, "t", "id,,x", "1,2,3")).withMessageEndingWith("t.csv: column 2 has no name");
    }

    @Test
    void an_empty_file_is_refused() {
        refused(Csv.plain(folder, "t", "")).withMessageEndingWith("t.csv: the first line must name the columns");
    }

    @Test
    void a_file_that_is_not_packed_as_its_name_says_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv.gz"), "id\n1\n");

        refused(new CsvTable("t", file)).withMessageEndingWith("t.csv.gz: Not in GZIP format");
    }

    @Test
    void text_that_is_not_utf_8_is_refused_wherever_it_stands() throws IOException {
        byte[] late = ("id\n" + "1\n".repeat(20_000) + "x\n").getBytes(StandardCharsets.UTF_8);
        late[late.length - 2] = (byte) 0xE4;
        Path file = Files.write(folder.resolve("late.csv"), late);

        refused(new CsvTable("t", file)).withMessageEndingWith("late.csv: is not UTF-8 text");
        Files.write(file, new byte[] {'i', 'd', '\n', (byte) 0xE4, '\n'});
        refused(new CsvTable("t", file)).withMessageEndingWith("late.csv: is not UTF-8 text");
    }

    @Test
    void a_name_that_is_no_identifier_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvTable.parse("my table=t.csv"))
                .withMessage("\"my table\" cannot name a table: use letters, digits and _, and begin with a letter");
    }

    @Test
    void a_name_without_a_file_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvTable.parse("orders.csv"))
                .withMessage("\"orders.csv\" is not NAME=FILE");
    }

    @Test
    void a_name_given_twice_is_refused() {
        CsvTable table = Csv.plain(folder, "t", "id", "1");

        refused(table, new CsvTable("T", table.file())).withMessage("two CSV files are named T");
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refused(CsvTable... tables) {
        return assertThatIllegalArgumentException()
                .isThrownBy(() -> Source.csv(List.of(tables)).close());
    }
}
