package retention.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayWriterTest {

    @Test
    void writes_a_day_as_the_day_tells_itself() {
        LocalDate day = LocalDate.of(1899, 12, 28);
        for (int i = 0; i < 1_000; i++, day = day.plusDays(97)) {
            assertThat(written(day)).isEqualTo("\"" + day + "\"");
        }
        for (int year : new int[] {-1, 0, 7, 9999, 10_000}) {
            assertThat(written(LocalDate.of(year, 1, 9))).isEqualTo("\"" + LocalDate.of(year, 1, 9) + "\"");
        }
    }

    private static String written(LocalDate day) {
        return new String(Json.write(day), StandardCharsets.UTF_8);
    }
}
