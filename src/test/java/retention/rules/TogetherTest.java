package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TogetherTest {

    @Test
    void the_results_come_in_the_order_of_the_things() {
        assertThat(Together.each(List.of(3, 1, 2), thing -> thing * 2)).containsExactly(6, 2, 4);
    }

    @Test
    void what_one_throws_is_thrown_as_it_is() {
        assertThatThrownBy(() -> Together.each(List.of(1, 2), TogetherTest::deep))
                .isExactlyInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> Together.each(List.of(1, 2), thing -> {
                    throw new IllegalStateException("odd");
                }))
                .isExactlyInstanceOf(IllegalStateException.class);
    }

    private static int deep(int thing) {
        return thing == 0 ? 0 : deep(thing + 1) + 1;
    }
}
