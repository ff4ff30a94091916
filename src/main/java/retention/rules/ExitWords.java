package retention.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words for the customer that make leaving harder (guardrail G4). Refused is a step that is demanded before somebody can leave,
 * such as a call; a fee for leaving is only doubted, for where a contract has one it must be told. Both are found by what
 * people commonly write, in English and Chinese, and never where no, not or without stands among the few words before.
 * Whatever else speaks of leaving and of a step in one sentence is doubted.
 */
final class ExitWords {

    private static final List<String> STEPS = List.of(
            "call us to cancel",
            "call to cancel",
            "phone us to cancel",
            "write to us to cancel",
            "visit us to cancel",
            "to cancel, call",
            "to cancel, please call",
            "to cancel please call",
            "to cancel, you must",
            "to cancel you must",
            "to cancel you have to",
            "to cancel, you have to",
            "must call to cancel",
            "only cancel by",
            "only be cancelled by",
            "only be canceled by",
            "before you can cancel",
            "before you can leave",
            "before you may cancel",
            "before you may leave",
            "before we can cancel",
            "before we cancel",
            "before we process your cancellation",
            "before your cancellation",
            "才能取消",
            "才可以取消",
            "才可取消",
            "才能退订",
            "才可退订",
            "才能解约",
            "才可解约",
            "才能注销",
            "取消必须",
            "取消须",
            "取消需",
            "退订须",
            "退订需",
            "解约须",
            "解约需",
            "来电取消",
            "致电取消",
            "方可取消",
            "方可退订",
            "方可解约");

    private static final List<String> FEES = List.of(
            "cancellation fee",
            "cancelation fee",
            "termination fee",
            "exit fee",
            "fee for leaving",
            "fee to cancel",
            "取消费",
            "违约金",
            "解约费",
            "退订费",
            "取消手续费");

    private static final List<String> NO =
            List.of(" no ", " not ", " never ", " without ", "n't ", " nothing ", " free ", "无", "不", "没有", "免", "勿");

    private static final List<String> LEAVING = List.of(
            " cancel ",
            " cancelling ",
            " canceling ",
            " cancellation ",
            " to leave ",
            " leaving ",
            " end the contract ",
            " ending the contract ",
            " end your contract ",
            " terminate ",
            "取消",
            "退订",
            "解约",
            "注销",
            "终止");

    private static final List<String> STEPS_MAYBE = List.of(
            " call ",
            " rung ",
            " ring us ",
            " phone us ",
            " letter ",
            " registered post ",
            " in the shop ",
            " in a shop ",
            " in person ",
            " passport ",
            " until you ",
            " only after ",
            " must ",
            " have to ",
            " need to ",
            " questions ",
            "拨打",
            "来电",
            "致电",
            "打电话",
            "电话",
            "营业厅",
            "本人携带",
            "证件",
            "书面",
            "挂号",
            "必须",
            "需要",
            "须");

    /** What need not be done is no step. */
    private static final Pattern NO_STEP = Pattern.compile(
            "(?:不需要|无需|不必|不用)[^，、：]*|no need to \\w+|(?:do not|don't|need not) (?:have to |need to )?\\w+|without a \\w+|no \\w+ needed");

    private ExitWords() {}

    /** A step that the words demand of whoever wants to leave. */
    static Optional<String> step(String words) {
        return found(words, STEPS);
    }

    /** A fee for leaving that the words speak of. */
    static Optional<String> fee(String words) {
        return found(words, FEES);
    }

    private static Optional<String> found(String words, List<String> phrases) {
        for (String plain : sentences(words)) {
            Optional<String> phrase = phrases.stream().filter(plain::contains).findFirst();
            if (phrase.isPresent() && !denied(plain, phrase.get())) {
                return phrase;
            }
        }
        return Optional.empty();
    }

    /** Whether a no belongs to the phrase: of what stands before it, the last comma, colon or dash parts it off. */
    private static boolean denied(String sentence, String phrase) {
        String before = sentence.substring(0, sentence.indexOf(phrase));
        String near = " " + before.substring(last(before) + 1).strip() + " ";
        return NO.stream().anyMatch(near::contains);
    }

    private static int last(String text) {
        int last = -1;
        for (char sign : ",:–—，：、".toCharArray()) {
            last = Math.max(last, text.lastIndexOf(sign));
        }
        return last;
    }

    /** A step that the words may demand: one sentence speaks of leaving and of something to be done for it. */
    static Optional<String> doubtful(String words) {
        for (String sentence : sentences(words)) {
            String plain = NO_STEP.matcher(sentence).replaceAll(" ").replaceAll("[,:，：、–—\\s]+", " ");
            Optional<String> need = STEPS_MAYBE.stream().filter(plain::contains).findFirst();
            if (need.isPresent() && LEAVING.stream().anyMatch(plain::contains)) {
                return need.map(String::strip);
            }
        }
        return Optional.empty();
    }

    private static List<String> sentences(String words) {
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[.!?;。！？；]", -1))
                .map(sentence -> " " + sentence.strip().replaceAll("\\s+", " ").replace('’', '\'') + " ")
                .toList();
    }
}
