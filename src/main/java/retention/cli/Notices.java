package retention.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import retention.advice.Action;
import retention.rules.Playbook;
import retention.rules.RuleBook;
import retention.rules.RuleListing;

/** What looks like a slip in rules that are all right: nothing here stops them. */
final class Notices {

    private final RuleBook book;
    private final RuleListing listing;
    private final String folder;
    private final List<String> lines = new ArrayList<>();

    private Notices(RuleBook book, String folder) {
        this.book = book;
        this.listing = book.listing();
        this.folder = folder;
    }

    /** One line for each, in a fixed order; {@code folder} is the rule folder as the author named it. */
    static List<String> of(RuleBook book, String folder) {
        var notices = new Notices(book, folder);
        notices.strategies();
        notices.plays();
        notices.list("never recommended: ", notices.listing.neverRecommended(book.catalogue()));
        notices.tags();
        notices.groups();
        return notices.lines;
    }

    /** A file in the wrong folder shows as a strategy that nobody meant. */
    private void strategies() {
        Map<String, Integer> rules = new TreeMap<>();
        listing.rules().forEach(rule -> rules.merge(rule.strategy(), 1, Integer::sum));
        List<String> counts = new ArrayList<>();
        rules.forEach((strategy, count) -> counts.add(strategy + " " + count));
        list("rules by strategy: ", counts);
    }

    /** A rule may come later than its play, and a play later than its rule. */
    private void plays() {
        Playbook playbook = book.playbook();
        if (playbook == null) {
            lines.add("no " + folder + "/playbook.yaml: nothing says which plays there should be");
            return;
        }
        List<String> missing = playbook.withoutRule(listing);
        if (!missing.isEmpty()) {
            lines.add("without a rule: " + String.join(", ", missing) + " (" + folder + "/playbook.yaml)");
        }
        for (RuleListing.Entry rule : playbook.withoutPlay(listing)) {
            lines.add("without a play: " + rule.file() + ":" + rule.line() + ": " + rule.name());
        }
    }

    /** A tag does something only when a rule withholds it; otherwise it may be misspelt. */
    private void tags() {
        var idle = new TreeSet<>(book.catalogue().tags());
        listing.rules().forEach(rule -> idle.removeAll(rule.withholds()));
        for (String tag : idle) {
            list("no rule withholds the tag \"" + tag + "\": ", book.catalogue().named(tag));
        }
    }

    /** A group does something only with two actions in it; otherwise it may be misspelt. */
    private void groups() {
        Map<String, List<String>> members = new TreeMap<>();
        for (Action action : book.catalogue().actions().values()) {
            if (action.group() != null) {
                members.computeIfAbsent(action.group(), none -> new ArrayList<>())
                        .add(action.code());
            }
        }
        members.values().removeIf(codes -> codes.size() > 1);
        members.forEach((group, codes) -> list("alone in the group \"" + group + "\": ", codes));
    }

    private void list(String what, List<String> names) {
        if (!names.isEmpty()) {
            lines.add(what + String.join(", ", names));
        }
    }
}
