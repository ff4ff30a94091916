package retention.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Sentences;
import retention.advice.ValueBasis;
import retention.facts.Channel;

/** One action of the catalogue as its author wrote it, checked before it is believed. */
record ActionText(
        @Nullable String title,
        @Nullable ActionKind kind,
        @Nullable String owner,
        @Nullable List<Channel> channels,
        @Nullable Double cost,
        @Nullable Double value,
        @Nullable ValueBasis valueBasis,
        @Nullable Double agentMaySpend,
        @Nullable Integer dueWithinDays,
        @Nullable String group,
        @Nullable List<String> tags,
        boolean exitFriction,
        @Nullable Map<String, @Nullable String> text) {

    private static final int YEAR = 365;

    /** An entry with nothing below its code. */
    static ActionText orEmpty(@Nullable ActionText text) {
        return text != null
                ? text
                : new ActionText(null, null, null, null, null, null, null, null, null, null, null, false, null);
    }

    /** Whether it can be believed; tells everything that is wrong with it. */
    boolean complete(String code, BiConsumer<Code, String> problems) {
        var told = new boolean[1];
        BiConsumer<Code, String> tell = problems.andThen((kind, words) -> told[0] = true);
        if (blank(title) || kind == null || blank(owner)) {
            tell.accept(Code.MISSING_ENTRY, "needs a title, a kind (service, task or marketing) and an owner");
            return false;
        }
        if (!code.matches("[A-Z][A-Z0-9_]*")) {
            tell.accept(Code.CODE_FORM, "a code is written in capitals, like SAY_SORRY");
        }
        money(tell);
        if (dueWithinDays == null || dueWithinDays < 0 || dueWithinDays > YEAR) {
            tell.accept(
                    Code.AMOUNT,
                    "needs dueWithinDays: in how many days it is to be done, from 0 (the same day) to 365");
        }
        if (tags != null && !tags.stream().allMatch(tag -> tag.matches("[a-z][a-z ]*"))) {
            tell.accept(Code.TAG, "a tag is written in small letters, like selling");
        }
        if (exitFriction) {
            tell.accept(Code.EXIT_FRICTION, "makes leaving harder; such an action is never advised (guardrail G4)");
        }
        if (kind == ActionKind.TASK) {
            task(tell);
        } else {
            reachable(tell);
        }
        return !told[0];
    }

    /** The action; only for a complete text. */
    @SuppressWarnings("NullAway") // complete() has looked
    Action action(String code) {
        return new Action(
                code,
                title,
                kind,
                owner,
                channels == null ? List.of() : channels,
                cost,
                value,
                valueBasis,
                agentMaySpend == null ? 0 : agentMaySpend,
                dueWithinDays,
                group,
                tags == null ? List.of() : tags,
                text == null ? Map.of() : text);
    }

    private void money(BiConsumer<Code, String> tell) {
        if (!amount(cost) || !amount(value)) {
            tell.accept(Code.AMOUNT, "needs a cost and a value, 0 or more");
        }
        if (valueBasis == null) {
            tell.accept(Code.MISSING_ENTRY, "needs a valueBasis: relationship, contract, purchase or goodwill");
        }
        if (agentMaySpend != null && !amount(agentMaySpend)) {
            tell.accept(Code.AMOUNT, "agentMaySpend is 0 or more");
        }
    }

    private void task(BiConsumer<Code, String> tell) {
        if ((channels != null && !channels.isEmpty()) || text != null) {
            tell.accept(Code.REACH, "is a task for our own people: channels and text are for service and marketing");
        }
    }

    private void reachable(BiConsumer<Code, String> tell) {
        if (channels == null || channels.isEmpty()) {
            tell.accept(Code.REACH, "reaches the customer, so it needs channels: [email, phone ...]");
        }
        for (String language : List.of("en", "zh")) {
            if (text == null || !text.containsKey(language)) {
                tell.accept(Code.REACH, "reaches the customer, so it needs a text in \"" + language + "\"");
            }
        }
        if (text != null) {
            text.forEach((language, words) -> words(language, words, tell));
        }
    }

    private static void words(String language, @Nullable String words, BiConsumer<Code, String> tell) {
        if (Locale.forLanguageTag(language).getLanguage().isEmpty()) {
            tell.accept(Code.WORDS, "\"" + language + "\" is no language: write en, zh, de ...");
        }
        if (blank(words)) {
            tell.accept(Code.WORDS, "the text in \"" + language + "\" is empty");
        } else if (words != null && Sentences.malformed(words)) {
            tell.accept(Code.WORDS, "a value in a text is written {name}, without a dollar sign");
        }
    }

    /** Not a number is none: every comparison with it is false. */
    private static boolean amount(@Nullable Double money) {
        return money != null && money >= 0;
    }

    private static boolean blank(@Nullable String words) {
        return words == null || words.isBlank();
    }
}
