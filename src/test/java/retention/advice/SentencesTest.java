package retention.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final List<String> PIECES =
            List.of("{", "}", "{a}", "{b_1}", "a", " ", "é", "{a b}", "$", "\\", "x_9");

    @Test
    void finds_what_stands_between_braces_as_a_name_and_nothing_else() {
        assertThat(Sentences.places("{a}{b_1} {} {a b} {{c}} {é} {d")).containsExactly("a", "b_1", "c");
        assertThat(Sentences.places("no place")).isEmpty();
    }

    @Test
    void finds_and_fills_what_the_pattern_would() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String sentence = text.toString();
            assertThat(Sentences.places(sentence))
                    .containsExactlyElementsOf(PLACE.matcher(sentence)
                            .results()
                            .map(place -> place.group(1))
                            .distinct()
                            .toList());
            assertThat(Sentences.fill(sentence, Map.of("a", "$1{c}"), Integer.MAX_VALUE))
                    .isEqualTo(PLACE.matcher(sentence).replaceAll(SentencesTest::filled));
        }
    }

    @Test
    void ends_at_the_place_that_makes_it_too_long() {
        assertThat(Sentences.fill("{a} and {a} and {a}", Map.of("a", "12345"), 12))
                .isEqualTo("12345 and 12345");
    }

    private static String filled(MatchResult place) {
        return place.group(1).equals("a") ? "\\$1{c}" : "(not known)";
    }
}
