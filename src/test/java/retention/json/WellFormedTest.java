package retention.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no text. */
final class WellFormedTest {

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "e080af", "f08080af", "eda080", "ff", "80", "c3", "f4908080", "00"})
    void bytes_that_are_no_utf_8_are_refused(String hex) {
        byte[] odd = HexFormat.of().parseHex(hex);
        byte[] json = (" {\"id\":\"a" + "?".repeat(odd.length) + "\"}").getBytes(UTF_8);
        System.arraycopy(odd, 0, json, 9, odd.length);
        assertThatThrownBy(() -> read(json)).isInstanceOf(BadRequest.class).hasMessageContaining("is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void another_encoding_is_not_guessed(String encoding) {
        byte[] json = "{\"id\":\"Anna\"}".getBytes(Charset.forName(encoding));
        assertThatThrownBy(() -> read(json)).hasMessageContaining("is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800",
                "\\udc00",
                "\\ud800x",
                "\\ud800\\ud800",
                "\\udc00\\ud800",
                "\\\\\\uD83D\\n",
                "安\\ud800"
            })
    void half_a_character_is_refused(String id) {
        assertThatThrownBy(() -> read(("{\"id\":\"" + id + "\"}").getBytes(UTF_8)))
                .hasMessageContaining("half a character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "😀", "安娜", "\\\\ud800", "\\u0041", "a\\nb", "\\\"\\\\"})
    void whole_characters_are_read(String id) {
        assertThat(read(("{\"id\":\"" + id + "\"}").getBytes(UTF_8))).isNotBlank();
    }

    @Test
    void only_the_part_that_is_meant_is_looked_at() {
        byte[] json = "\\ud800{\"id\":\"ä\"}\\ud800".getBytes(UTF_8);
        assertThat(CustomerReader.read(json, 6, json.length - 12, LocalDate.EPOCH)
                        .id())
                .isEqualTo("ä");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "ff", "80", "5c7564633030"})
    void what_is_bad_is_found_wherever_it_stands(String hex) {
        byte[] bad = HexFormat.of().parseHex(hex);
        for (int length = bad.length; length <= 24; length++) {
            for (int at = 0; at <= length - bad.length; at++) {
                byte[] text = "a".repeat(length).getBytes(UTF_8);
                System.arraycopy(bad, 0, text, at, bad.length);
                assertThatThrownBy(() -> WellFormed.require(text, 0, text.length))
                        .as("%d of %d", at, length)
                        .isInstanceOf(BadRequest.class);
            }
        }
    }

    private static String read(byte[] json) {
        return CustomerReader.read(json, LocalDate.EPOCH).id();
    }
}
