package retention.rules.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What guardrails and the order of actions say, in Chinese. They say it in English with their values filled in, so each
 * sentence is known again by its form; a test holds that none is missing. Thread-safe.
 */
public final class InChinese {

    private static final Map<Pattern, Function<MatchResult, String>> FORMS = new LinkedHashMap<>();

    private static final Map<String, String> CHANNELS =
            Map.of("e-mail", "电子邮件", "phone", "电话", "SMS", "短信", "app", "应用", "post", "邮寄");
    private static final Map<String, String> OUTCOMES =
            Map.of("ignored", "忽略", "rejected", "拒绝", "complained about", "投诉", "accepted", "接受");
    private static final Map<String, String> RESTS =
            Map.of("this action", "此行动", "marketing by this channel", "此渠道的营销", "marketing", "营销");
    private static final Map<String, String> KINDS = Map.of("marketing", "营销", "service", "服务", "task", "任务");

    static {
        form("there is no valid consent to marketing by (.+)", m -> "没有通过" + channels(m.group(1)) + "营销的有效同意");
        form("the customer refused marketing by (.+)", m -> "客户拒绝了通过" + channels(m.group(1)) + "的营销");
        form("the customer objects to marketing", m -> "客户反对营销");
        form("it is not known what was sent before", m -> "不知道以前发送过什么");
        form("no marketing(.*) is allowed", m -> "不允许营销" + scope(m.group(1)));
        form(
                "at most (\\d+) marketing contacts?(.*) within (\\d+) days?",
                m -> m.group(3) + " 天内营销联系" + scope(m.group(2)) + "最多 " + m.group(1) + " 次");
        form(
                "the customer (.+?) (this action|marketing by this channel|marketing) (\\d+) times?(?: within (\\d+) days?)?"
                        + ": it rests for (\\d+) days?",
                m -> "客户" + (m.group(4) == null ? "" : "在 " + m.group(4) + " 天内") + OUTCOMES.get(m.group(1)) + "了"
                        + RESTS.get(m.group(2)) + " " + m.group(3) + " 次：暂停 " + m.group(5) + " 天");
        form("the customer asked to cancel: no attempt to keep them is allowed", m -> "客户已提出取消：不允许挽留");
        form("the customer asked to cancel: one attempt to keep them is enough", m -> "客户已提出取消：挽留一次就够了");
        form(
                "the customer is held out by chance, to see what marketing does: (.*)",
                m -> "客户被随机留作对照，以了解营销的作用：" + m.group(1));
        form(
                "an advice holds one action of the group (.+): (.+) goes before",
                m -> "一次建议只含 " + m.group(1) + " 组的一项行动：" + m.group(2) + " 优先");
        form("a channel carries one such message: (.+) goes before", m -> "一个渠道只发一条这类消息：" + m.group(1) + " 优先");
        form(
                "an advice holds (\\d+) of kind (\\w+)(?:: (.+) goes before)?",
                m -> "一次建议最多含 " + m.group(1) + " 项" + KINDS.get(m.group(2)) + "行动"
                        + (m.group(3) == null ? "" : "：" + m.group(3) + " 优先"));
        form(
                "an expected value of (.+) does not exceed the cost of (.+)",
                m -> "期望价值 " + m.group(1) + " 不高于成本 " + m.group(2));
        form(
                "a priority of (.+) does not exceed (.+), that of leaving the customer in peace",
                m -> "优先级 " + m.group(1) + " 不高于不打扰客户的优先级 " + m.group(2));
        form("there is something to do: (.+)", m -> "还有别的事要做：" + m.group(1));
    }

    private InChinese() {}

    /** The sentence in Chinese; as it is, when it is none of ours. */
    public static String of(String sentence) {
        for (Map.Entry<Pattern, Function<MatchResult, String>> form : FORMS.entrySet()) {
            Matcher matcher = form.getKey().matcher(sentence);
            if (matcher.matches()) {
                return form.getValue().apply(matcher);
            }
        }
        return sentence;
    }

    private static void form(String english, Function<MatchResult, String> chinese) {
        FORMS.put(Pattern.compile(english), chinese);
    }

    private static String channels(String words) {
        String chinese = words;
        for (Map.Entry<String, String> channel : CHANNELS.entrySet()) {
            chinese = chinese.replaceAll("\\b" + channel.getKey() + "\\b", channel.getValue());
        }
        return chinese.replace(" or ", "或");
    }

    /** Of which marketing a limit speaks. */
    private static String scope(String words) {
        return words.isEmpty()
                ? ""
                : "（"
                        + channels(words.strip())
                                .replaceAll("\\bby ", "渠道：")
                                .replaceAll("\\bwith ", "行动：")
                                .replaceAll("\\btagged ", "标签：")
                        + "）";
    }
}
