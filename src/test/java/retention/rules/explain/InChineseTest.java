package retention.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What guardrails and the order of actions say has a Chinese form, with the values in it. */
class InChineseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "there is no valid consent to marketing by e-mail or app | 没有通过电子邮件或应用营销的有效同意",
                "the customer refused marketing by phone | 客户拒绝了通过电话的营销",
                "no marketing by SMS is allowed | 不允许营销（渠道：短信）",
                "at most 1 marketing contact tagged \"discount\" within 90 days | 90 天内营销联系（标签：\"discount\"）最多 1 次",
                "at most 3 marketing contacts within 7 days | 7 天内营销联系最多 3 次",
                "the customer ignored this action 2 times within 30 days: it rests for 60 days | 客户在 30 天内忽略了此行动 2 次：暂停 60 天",
                "the customer complained about marketing 1 time: it rests for 180 days | 客户投诉了营销 1 次：暂停 180 天",
                "an advice holds one action of the group price: GIFT goes before | 一次建议只含 price 组的一项行动：GIFT 优先",
                "an advice holds 2 of kind marketing: A, B goes before | 一次建议最多含 2 项营销行动：A, B 优先",
                "an advice holds 0 of kind task | 一次建议最多含 0 项任务行动",
                "a priority of 2.5 does not exceed 8, that of leaving the customer in peace | 优先级 2.5 不高于不打扰客户的优先级 8"
            })
    void the_values_stand_in_it(String english, String chinese) {
        assertThat(InChinese.of(english)).isEqualTo(chinese);
    }

    @Test
    void what_is_not_ours_stays_as_it_was_written() {
        assertThat(InChinese.of("the named person who calls takes up the bad marks as well"))
                .isEqualTo("the named person who calls takes up the bad marks as well")
                .doesNotMatch(Pattern.compile("\\p{IsHan}"));
    }
}
