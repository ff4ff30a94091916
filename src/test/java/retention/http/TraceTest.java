package retention.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header traceparent, as the W3C standard has it. */
final class TraceTest {

    private static final String ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String SENT = "00-" + ID + "-00f067aa0ba902b7-01";

    @Test
    void a_trace_goes_on_with_a_part_of_our_own() {
        Trace trace = Trace.of(SENT);
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(trace.header())
                .matches("00-" + ID + "-[0-9a-f]{16}-01")
                .doesNotContain("00f067aa0ba902b7")
                .isNotEqualTo(Trace.of(SENT).header());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-" + ID + "-00f067aa0ba902b7-01",
                "cc-" + ID + "-00f067aa0ba902b7-01-what-the-future-will-be-like"
            })
    void of_a_later_version_the_known_part_is_taken(String sent) {
        assertThat(Trace.of(sent).header()).startsWith("00-" + ID).hasSize(55).endsWith("-01");
    }

    @Test
    void of_the_flags_only_the_first_is_known() {
        assertThat(Trace.of("00-" + ID + "-00f067aa0ba902b7-02").header()).endsWith("-00");
        assertThat(Trace.of("00-" + ID + "-00f067aa0ba902b7-ff").header()).endsWith("-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "ff-" + ID + "-00f067aa0ba902b7-01",
                "00-" + ID + "-00f067aa0ba902b7-01-more",
                "cc-" + ID + "-00f067aa0ba902b7-01.more",
                "00-" + ID + "-00f067aa0ba902b7-0",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + ID + "-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-00f067aa0ba902b7-01",
                "00_" + ID + "-00f067aa0ba902b7-01",
                "0g-" + ID + "-00f067aa0ba902b7-01"
            })
    void what_is_not_as_the_standard_says_begins_a_trace_of_our_own(String sent) {
        assertThat(Trace.of(sent).header())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain(ID);
    }

    @Test
    void without_a_header_each_trace_is_new() {
        assertThat(Trace.of(null).id()).hasSize(32).isNotEqualTo(Trace.of(null).id());
    }
}
