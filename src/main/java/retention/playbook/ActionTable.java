package retention.playbook;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import retention.advice.Action;
import retention.advice.ValueBasis;

/** Shows all that the catalogue says of one action, a row for each thing; one without a value is left out. */
final class ActionTable {

    private final StringBuilder table = new StringBuilder();

    private ActionTable() {}

    /** {@code plays} and {@code advised} are Markdown: for which plays, and when, if no rule decides on it. */
    static String of(Action action, String plays, String advised) {
        return new ActionTable().rows(action, plays, advised);
    }

    private String rows(Action action, String plays, String advised) {
        table.append(Markdown.table("kind", action.kind().name().toLowerCase(Locale.ROOT)));
        row("for the plays", plays);
        row("advised", advised);
        row("owner", Markdown.text(action.owner()));
        row("channels, best first", channels(action));
        row("to be done within", days(action.dueWithinDays()));
        row("cost", number(action.cost()));
        row("value", number(action.value()));
        row("the value is an estimate of", basis(action.valueBasis()));
        row("may be spent without asking", action.agentMaySpend() > 0 ? number(action.agentMaySpend()) : "");
        row("group", action.group() == null ? "" : Markdown.text(action.group()));
        row("tags", Markdown.text(String.join(", ", action.tags())));
        action.text().forEach((language, words) -> row(language(language), Markdown.text(words)));
        return table.toString();
    }

    private void row(String what, String value) {
        if (!value.isEmpty()) {
            table.append(Markdown.row(what, value));
        }
    }

    static String channels(Action action) {
        return action.channels().stream()
                .map(channel -> channel.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String days(int days) {
        return switch (days) {
            case 0 -> "the same day";
            case 1 -> "one day";
            default -> days + " days";
        };
    }

    private static String basis(ValueBasis basis) {
        return switch (basis) {
            case RELATIONSHIP -> "a part of all that is still to come from the customer";
            case CONTRACT -> "a part of what the contract brings in a year";
            case PURCHASE -> "one purchase";
            case GOODWILL -> "goodwill, which brings little at once";
        };
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }

    private static String number(double amount) {
        return BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
    }
}
