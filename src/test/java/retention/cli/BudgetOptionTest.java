package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import retention.rules.sandbox.Budget;

class BudgetOptionTest {

    @Test
    void what_is_left_out_is_the_standard() {
        assertThat(parsed()).isEqualTo(Budget.STANDARD);
    }

    @Test
    void each_number_can_be_set() {
        assertThat(parsed("--most-steps", "7", "--most-firings", "8", "--most-facts", "9"))
                .isEqualTo(new Budget(7, 8, 9, Budget.STANDARD.text()));
    }

    @Test
    void nothing_at_all_is_no_budget() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parsed("--most-steps", "0"))
                .withMessage("a budget is made of whole numbers from 1 upwards");
    }

    private static Budget parsed(String... arguments) {
        var option = new Holder();
        new CommandLine(option).parseArgs(arguments);
        return option.budget.budget();
    }

    @Command(name = "any")
    private static final class Holder {
        @Mixin
        private final BudgetOption budget = new BudgetOption();
    }
}
