package retention.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    /** JDK 17 would write 1.9999999999999998E23 for the first one, and JDK 19 something else. */
    @ParameterizedTest
    @CsvSource({"2e23, 2.0E23", "0.1, 0.1", "20, 20.0", "12345.678, 12345.678", "1e7, 1.0E7", "-0.5, -0.5"})
    void a_number_is_written_the_same_by_every_jdk(double number, String text) {
        assertThat(new String(Json.write(number), StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(Json.pretty(number)).isEqualTo(text);
    }
}
