package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Sentences;
import retention.advice.ValueBasis;
import retention.facts.Channel;
import retention.policy.Weighing;

/** One action of the catalogue as its author wrote it, checked before it is believed. */
record ActionText(
        @Nullable String title,
        @Nullable ActionKind kind,
        @Nullable String owner,
        @Nullable List<Channel> channels,
        @Nullable Double cost,
        @Nullable Double value,
        @Nullable ValueBasis valueBasis,
        @Nullable Double propensity,
        @Nullable Double contextWeight,
        @Nullable Double lever,
        @Nullable Double agentMaySpend,
        @Nullable Integer dueWithinDays,
        @Nullable String group,
        @Nullable List<String> tags,
        boolean exitFriction,
        @Nullable Map<String, @Nullable String> text) {

    private static final int YEAR = 365;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_PLACES = 20;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** An entry with nothing below its code. */
    static ActionText orEmpty(@Nullable ActionText text) {
        return text != null
                ? text
                : new ActionText(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, false,
                        null);
    }

    /** Everything that is wrong with it, and what may be; paths begin below its code. */
    List<Fault> faults(String code, Weighing weighing) {
        var faults = new ArrayList<Fault>();
        if (!code.matches("[A-Z][A-Z0-9_]*")) {
            faults.add(Fault.of(Code.CODE_FORM, "a code is written in capitals, like " + capitals(code)));
        }
        needs("title", title, "what the action is, in a few words", faults);
        needs("kind", kind, "service, task or marketing", faults);
        needs("owner", owner, "who carries it out", faults);
        needs("cost", cost, "what doing it costs us, 0 or more", faults);
        needs("value", value, "what it is worth to us when it works, 0 or more", faults);
        needs("valueBasis", valueBasis, "relationship, contract, purchase or goodwill", faults);
        needs(
                "dueWithinDays",
                dueWithinDays,
                "in how many days it is to be done, from 0 (the same day) to 365",
                faults);
        numbers(faults);
        new Factors(this, weighing).faults(faults);
        tags(faults);
        if (exitFriction) {
            faults.add(Fault.of(
                    Code.EXIT_FRICTION,
                    "makes leaving harder; such an action is never advised (guardrail G4)",
                    "exitFriction"));
        }
        if (kind == ActionKind.TASK) {
            task(faults);
        } else if (kind != null) {
            reachable(faults);
        }
        return faults;
    }

    /** The action; only for a complete text. */
    @SuppressWarnings("NullAway") // complete() has looked
    Action action(String code, Weighing weighing) {
        return new Action(
                code,
                title,
                kind,
                owner,
                channels == null ? List.of() : channels,
                cost,
                value,
                valueBasis,
                propensity == null ? weighing.propensity() : propensity,
                contextWeight == null ? 1 : contextWeight,
                lever == null ? 1 : lever,
                agentMaySpend == null ? 0 : agentMaySpend,
                dueWithinDays,
                group,
                tags == null ? List.of() : tags,
                text == null ? Map.of() : text);
    }

    private static void needs(String key, @Nullable Object value, String meaning, List<Fault> faults) {
        if (value == null) {
            faults.add(Fault.of(Code.MISSING_ENTRY, key + " is missing: " + meaning, key));
        } else if (value instanceof String words && words.isBlank()) {
            faults.add(Fault.of(Code.MISSING_ENTRY, key + " is empty: " + meaning, key));
        }
    }

    private void numbers(List<Fault> faults) {
        amount("cost", cost, faults);
        amount("value", value, faults);
        amount("agentMaySpend", agentMaySpend, faults);
        if (dueWithinDays != null && (dueWithinDays < 0 || dueWithinDays > YEAR)) {
            faults.add(Fault.of(Code.AMOUNT, "dueWithinDays must be from 0 (the same day) to 365", "dueWithinDays"));
        }
    }

    /** Not a number is none: every comparison with it is false. */
    private static void amount(String key, @Nullable Double money, List<Fault> faults) {
        if (money != null && !(money >= 0)) {
            faults.add(Fault.of(Code.AMOUNT, key + " must be 0 or more", key));
        }
    }

    private void tags(List<Fault> faults) {
        for (int i = 0; tags != null && i < tags.size(); i++) {
            if (!String.valueOf(tags.get(i)).matches("[a-z][a-z ]*")) {
                faults.add(Fault.of(Code.TAG, "a tag is written in small letters, like selling", "tags", "" + i));
            }
        }
    }

    private void task(List<Fault> faults) {
        String why = "is a task for our own people: channels and text are for service and marketing";
        if (channels != null && !channels.isEmpty()) {
            faults.add(Fault.of(Code.REACH, why, "channels"));
        }
        if (text != null) {
            faults.add(Fault.of(Code.REACH, why, "text"));
        }
    }

    private void reachable(List<Fault> faults) {
        if (channels == null || channels.isEmpty()) {
            faults.add(Fault.of(
                    Code.REACH,
                    "channels is missing: it reaches the customer, as in channels: [email, phone]",
                    "channels"));
        }
        if (text == null || text.isEmpty()) {
            faults.add(Fault.of(
                    Code.REACH, "text is missing: it reaches the customer, so it needs words in en and zh", "text"));
            return;
        }
        for (String language : List.of("en", "zh")) {
            if (!text.containsKey(language)) {
                faults.add(Fault.of(Code.MISSING_LANGUAGE, "there is no text in \"" + language + "\"", "text"));
            }
        }
        text.forEach((language, words) -> words(language, words, faults));
    }

    private static void words(String language, @Nullable String words, List<Fault> faults) {
        if (!LANGUAGES.contains(language.split("-", 2)[0])) {
            faults.add(Fault.of(
                    Code.WORDS, "\"" + language + "\" is no language: write en, zh, de ...", "text", language));
        }
        if (words == null || words.isBlank()) {
            faults.add(Fault.of(Code.WORDS, "the text in \"" + language + "\" is empty", "text", language));
        } else if (Sentences.malformed(words)) {
            faults.add(Fault.of(Code.WORDS, Sentences.form(words), "text", language));
        } else {
            length(language, words, faults);
            leaving(language, words, faults);
        }
    }

    private static void leaving(String language, String words, List<Fault> faults) {
        Optional<String> demanded = ExitWords.step(words);
        if (demanded.isEmpty()) {
            ExitWords.doubtful(words)
                    .ifPresent(step -> faults.add(Fault.of(
                            Code.EXIT_DOUBT,
                            "\"" + step
                                    + "\" in a sentence about leaving: must somebody do this before they can leave? Nothing may"
                                    + " stand before it (guardrail G4)",
                            "text",
                            language)));
        }
        demanded.ifPresent(step -> faults.add(Fault.of(
                Code.EXIT_FRICTION,
                "\"" + step
                        + "\" makes leaving harder: whoever wants to leave can leave, without a step before it"
                        + " (guardrail G4)",
                "text",
                language)));
        ExitWords.fee(words)
                .ifPresent(fee -> faults.add(Fault.of(
                        Code.EXIT_FEE,
                        "\"" + fee
                                + "\": is that a fee that holds somebody back? Where the contract has one it may be told,"
                                + " and never used to keep anybody",
                        "text",
                        language)));
    }

    /** Each place may become as long as the longest value. */
    private static void length(String language, String words, List<Fault> faults) {
        long places = words.chars().filter(character -> character == '{').count();
        if (words.length() > LONGEST_TEXT) {
            String tooLong = "the text in \"" + language + "\" has " + words.length() + " characters; ";
            faults.add(Fault.of(Code.WORDS, tooLong + LONGEST_TEXT + " are the most", "text", language));
        } else if (places > MOST_PLACES) {
            String many = "the text in \"" + language + "\" has " + places + " places for values; ";
            faults.add(Fault.of(Code.WORDS, many + MOST_PLACES + " are the most", "text", language));
        }
    }

    private static String capitals(String code) {
        String capitals =
                code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^[^A-Z]+", "");
        return capitals.isEmpty() ? "SAY_SORRY" : capitals;
    }
}
