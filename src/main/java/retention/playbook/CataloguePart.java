package retention.playbook;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Catalogue;

/** Shows the catalogue: every action with all that is said of it. */
final class CataloguePart {

    static final String TITLE = "The catalogue of actions";

    private static final String TAGS = "Tags: what rules withhold together";

    private final Catalogue catalogue;
    private final Function<Action, String> plays;

    /** {@code plays} tells, in Markdown, for which plays some rule recommends an action. */
    CataloguePart(Catalogue catalogue, Function<Action, String> plays) {
        this.catalogue = catalogue;
        this.plays = plays;
    }

    /** The whole part. */
    String page() {
        var page = new StringBuilder(Markdown.heading(2, TITLE));
        page.append("""

                Cost is what an action costs us, value what it is worth to us when it works, both in our currency. Of the
                actions of one group a customer gets one. A word in braces, like {days}, is filled in for each customer.
                """);
        for (ActionKind kind : ActionKind.values()) {
            String actions = actions(kind);
            page.append(actions.isEmpty() ? "" : Markdown.heading(3, kind(kind)) + actions);
        }
        return page.append(tags()).toString();
    }

    /** The action's title, linked to its place in the catalogue. */
    static String link(Action action) {
        return Markdown.linkTo(action.title(), heading(action));
    }

    /** A tag stands for all actions that have it. */
    static String linkToTag(String tag) {
        return "all of " + Markdown.linkTo(tag, TAGS);
    }

    /** Like "care (service): phone, email". */
    static String who(Action action) {
        String kind = action.kind().name().toLowerCase(Locale.ROOT);
        String channels = ActionTable.channels(action);
        return Markdown.text(action.owner() + " (" + kind + ")" + (channels.isEmpty() ? "" : ": " + channels));
    }

    private String tags() {
        var table = new StringBuilder(Markdown.table("tag", "actions"));
        for (String tag : catalogue.tags()) {
            List<String> links = catalogue.named(tag).stream()
                    .map(code -> link(catalogue.action(code)))
                    .toList();
            table.append(Markdown.row(Markdown.text(tag), Markdown.lines(links)));
        }
        return catalogue.tags().isEmpty() ? "" : Markdown.heading(3, TAGS) + table;
    }

    private String actions(ActionKind kind) {
        return catalogue.actions().values().stream()
                .filter(action -> action.kind() == kind)
                .sorted(Comparator.comparing(Action::title).thenComparing(Action::code))
                .map(action -> Markdown.heading(4, heading(action))
                        + ActionTable.of(action, plays.apply(action), role(action)))
                .collect(Collectors.joining());
    }

    private static String kind(ActionKind kind) {
        return switch (kind) {
            case SERVICE -> "Service: puts something right, and needs no consent";
            case TASK -> "Tasks: work for our own people";
            case MARKETING -> "Marketing: offers, invites or greets, only with consent";
        };
    }

    private String role(Action action) {
        if (action.equals(catalogue.fallback())) {
            return "when no other action is left";
        }
        return action.equals(catalogue.wayOut()) ? "whenever a customer asked to cancel" : "";
    }

    private static String heading(Action action) {
        return action.title() + " (" + action.code() + ")";
    }
}
