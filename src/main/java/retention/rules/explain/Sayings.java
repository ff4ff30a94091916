package retention.rules.explain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.advice.Sentences;

/** The sentences of an explanation, in English and Chinese; what a rule's author wrote stands in both as it is written. */
public final class Sayings {

    private static final String EN = "en";
    private static final String ZH = "zh";

    private static final Set<String> SINGLE = Set.of("Trust", "Satisfaction", "SwitchingCost", "Today");

    private Sayings() {}

    /** The languages that there are. */
    public static List<String> languages() {
        return List.of(EN, ZH);
    }

    /** A sentence by language. */
    public static Map<String, String> both(String english, String chinese) {
        var says = new TreeMap<String, String>();
        says.put(EN, english);
        says.put(ZH, chinese);
        return Collections.unmodifiableMap(says);
    }

    /** What is said of a failure, and that rules may not see these fields, whatever stands there. */
    public static Map<String, String> hidden(Map<String, String> says, String fields) {
        return both(
                says.get(EN) + "; rules may not see " + fields + ", for there is no consent to profiling (G6)",
                says.get(ZH) + "；没有用户画像的同意，规则看不到 " + fields + "（G6）");
    }

    /** That one action took the place of another, with what both are worth. */
    public static Map<String, String> beaten(String winner, double better, String loser, double worse) {
        String more = words(better, EN);
        String less = words(worse, EN);
        return both(
                winner + " has a priority of " + more + ", " + loser + " of " + less,
                winner + " 的优先级为 " + more + "，" + loser + " 为 " + less);
    }

    /** What of a rule does not hold. */
    public static Map<String, String> of(Failure failure) {
        return both(english(failure), chinese(failure));
    }

    /** What stopped an action, where that needs no more words. */
    public static Map<String, String> of(Stage stage) {
        return of(stage, "", "");
    }

    /** What stopped an action, with the word of a rule, as written, or of a guardrail, in English and in Chinese. */
    public static Map<String, String> of(Stage stage, String why, String chinese) {
        return switch (stage) {
            case NOT_MATCHED -> both("none of the rules that recommend it speaks", "推荐它的规则都不成立");
            case NO_RULE -> both("no rule recommends it", "没有规则推荐它");
            case WITHHELD -> both("a rule withholds it: " + why, "有规则不让推荐：" + chinese);
            case BLOCKED -> both("a guardrail forbids it: " + why, "护栏不允许：" + chinese);
            case TOO_COSTLY -> both("it is worth no more than it costs: " + why, "收益不高于成本：" + chinese);
            case OUTRANKED -> both("something better takes its place: " + why, "被更好的行动取代：" + chinese);
            case FALLBACK -> both("it is advised only when nothing else is", "只有在没有其他建议时才会给出");
            case WAY_OUT -> both("it is advised only to whoever asked to cancel", "只给提出取消的客户");
            case CANNOT_TELL -> both("what stopped it cannot be told", "无法说明是什么阻止了它");
        };
    }

    private static String english(Failure failure) {
        String of = failure.path().isEmpty() || SINGLE.contains(failure.fact()) ? "" : failure.path() + ": ";
        return switch (failure.kind()) {
            case CONDITION -> of + condition(failure) + " is false: " + seen(failure, "it is ", " is ", "; ", EN);
            case NO_FACT ->
                "there is no " + failure.condition() + ": "
                        + failure.seen().get(0).asked()
                        + (failure.seen().get(0).value() == null ? " is not known" : " is empty");
            case THERE_IS_ONE -> "there is a " + failure.condition() + at(failure, ": ") + ", and there must be none";
            case NOTHING_SUMMED -> "there is no " + failure.condition() + " to sum up";
            case NO_SIGNAL -> failure.condition() + " is false: no such signal was raised";
            case NEITHER -> "none of these holds: " + within(failure, Sayings::english, " / ");
            case CANNOT_TELL -> "this cannot be explained: " + failure.condition();
        };
    }

    private static String chinese(Failure failure) {
        String of = failure.path().isEmpty() || SINGLE.contains(failure.fact()) ? "" : failure.path() + "：";
        return switch (failure.kind()) {
            case CONDITION -> of + condition(failure) + " 不成立：" + seen(failure, "实际为 ", " 为 ", "；", ZH);
            case NO_FACT ->
                "没有 " + failure.condition() + "：" + failure.seen().get(0).asked()
                        + (failure.seen().get(0).value() == null ? " 未知" : " 为空");
            case THERE_IS_ONE -> "不应有 " + failure.condition() + "，却有一个" + at(failure, "：");
            case NOTHING_SUMMED -> "没有可以汇总的 " + failure.condition();
            case NO_SIGNAL -> failure.condition() + " 不成立：没有出现这个信号";
            case NEITHER -> "以下都不成立：" + within(failure, Sayings::chinese, " / ");
            case CANNOT_TELL -> "无法解释：" + failure.condition();
        };
    }

    /** Of a fact of which there is one, and which is no customer, the condition with its name. */
    private static String condition(Failure failure) {
        return SINGLE.contains(failure.fact())
                ? failure.fact() + "( " + failure.condition() + " )"
                : failure.condition();
    }

    private static String at(Failure failure, String before) {
        return failure.path().isEmpty() ? "" : before + failure.path();
    }

    private static String within(Failure failure, Function<Failure, String> words, String between) {
        return failure.within().stream().map(words).collect(Collectors.joining(between));
    }

    /** One question that the condition begins with is called "it". */
    private static String seen(Failure failure, String it, String is, String between, String language) {
        List<Failure.Seen> seen = failure.seen();
        if (seen.size() == 1 && failure.condition().startsWith(seen.get(0).asked())) {
            return it + words(seen.get(0).value(), language);
        }
        return seen.stream()
                .map(one -> one.asked() + is + words(one.value(), language))
                .collect(Collectors.joining(between));
    }

    private static String words(@Nullable Object value, String language) {
        boolean english = language.equals(EN);
        if (value == null) {
            return english ? "not known" : "未知";
        }
        if (value instanceof Boolean yes) {
            return english ? (yes ? "yes" : "no") : (yes ? "是" : "否");
        }
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        return value instanceof String text
                ? "\"" + text + "\""
                : Sentences.fill("{it}", Map.of("it", value), Integer.MAX_VALUE);
    }
}
