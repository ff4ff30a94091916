package retention.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words for the customer that make leaving harder (guardrail G4). Refused is a step that is demanded before somebody can leave,
 * such as a call; a fee for leaving is only doubted, for where a contract has one it must be told. Both are found by what
 * people commonly write, in English and Chinese, and never in a sentence that says no, not or without.
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
        for (String sentence : words.toLowerCase(Locale.ROOT).split("[.!?;。！？；]", -1)) {
            String plain = " " + sentence.strip().replaceAll("\\s+", " ").replace('’', '\'') + " ";
            Optional<String> phrase = phrases.stream().filter(plain::contains).findFirst();
            if (phrase.isPresent() && NO.stream().noneMatch(plain::contains)) {
                return phrase;
            }
        }
        return Optional.empty();
    }
}
