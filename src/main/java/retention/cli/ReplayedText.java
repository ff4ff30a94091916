package retention.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import retention.replay.ByFired;
import retention.replay.Causes;
import retention.replay.Changes;
import retention.replay.FirstDifference;
import retention.replay.Replayed;
import retention.rules.Piece;
import tools.jackson.databind.JsonNode;

/** What came of a replay as text for people. One object for one text. */
final class ReplayedText {

    private static final int SHORT = 12;
    private static final int MOST_LINES = 12;
    private static final int LONGEST = 120;

    private final StringBuilder text = new StringBuilder();

    private ReplayedText() {}

    /** Several lines, without the last line end. */
    static String of(Replayed replayed) {
        var text = new ReplayedText();
        text.head(replayed);
        text.again(replayed.again(), replayed.today() != null);
        if (replayed.today() != null) {
            text.today(replayed.today(), replayed.again() == null);
        }
        return text.text.toString().stripTrailing();
    }

    private void head(Replayed replayed) {
        String whose = replayed.customer() == null || replayed.facts() == Replayed.Given.OTHER
                ? ""
                : " for the customer " + replayed.customer();
        line(
                "",
                "Decision " + brief(replayed.decisionId()) + " of " + replayed.asOf() + whose + ", revision "
                        + brief(replayed.revision()) + ", version " + replayed.engineVersion());
        replayed.notes().forEach(note -> line("", "Note: " + note + "."));
        if (replayed.facts() == Replayed.Given.SAME) {
            line("", "The facts are those of the receipt.");
        } else if (replayed.facts() == Replayed.Given.OTHER) {
            line(
                    "",
                    "NO: these are not the facts of the receipt. What differs cannot be told: the receipt holds their "
                            + "hash alone.");
        } else {
            line("", "NO: these are not the facts of that day.");
        }
    }

    private void again(Replayed.@Nullable Again again, boolean other) {
        if (again == null) {
            return;
        }
        String what = again.whole() ? "advice" : "receipt";
        String with = "with the rules of its revision (" + again.rules() + ") ";
        if (again.same()) {
            line(
                    "",
                    "SAME: " + with + "the same " + what + " comes out, "
                            + (again.bytes() ? "byte for byte." : "in another layout."));
        } else {
            line("", "NOT THE SAME: " + with + "another " + what + " comes out. The first difference:");
            first(again.first());
        }
        if (other) {
            line("", "");
        }
    }

    private void today(Replayed.Today today, boolean alone) {
        String rules = today.rules() + ", revision " + brief(today.revision());
        if (alone) {
            line("", "The rules of its revision are not at hand: neither the rule folder nor what is kept holds them.");
        }
        if (today.sameAdvice()) {
            line("", "With the rules of today (" + rules + ") nothing is another but the revision.");
            return;
        }
        Changes changes = today.changes();
        if (changes == null) {
            line("", "With the rules of today (" + rules + ") another receipt comes out.");
        } else if (today.sameOutcome()) {
            line("", "With the rules of today (" + rules + ") the outcome is the same. The first other difference:");
            first(today.first());
        } else {
            line("", "With the rules of today (" + rules + ") the outcome is another:");
            changes(changes);
        }
        if (today.causes() != null) {
            causes(today.causes());
        } else {
            fired(today.byFired());
        }
    }

    private void changes(Changes changes) {
        if (!changes.then().equals(changes.now())) {
            line("  ", "advised then: " + codes(changes.then()));
            line("  ", "advised now:  " + codes(changes.now()));
        }
        changes.fates().forEach(fate -> line("  ", fate.action() + ": then " + fate.then() + ", now " + fate.now()));
    }

    private static String codes(List<String> codes) {
        return codes.isEmpty() ? "nothing, the customer is left in peace" : String.join(", ", codes);
    }

    private void causes(Causes causes) {
        List<Causes.Cause> all = causes.pieces();
        int of = causes.differences();
        if (all.isEmpty()) {
            line("", "What did it was not found among " + of + " changes: no set that was tried does it.");
            return;
        }
        line("", "What did it, found by deciding again with rules between both revisions: " + which(causes, of));
        for (Causes.Cause cause : all) {
            piece(cause.piece());
            if (causes.together()) {
                line("    ", "alone: " + alone(cause.alone()));
            }
        }
        if (!causes.smallest()) {
            line("", "The search ended after " + causes.tried() + " tries; fewer may do it, too.");
        }
    }

    private static String which(Causes causes, int of) {
        if (of == 1) {
            return "the only change there is:";
        }
        if (causes.pieces().size() == 1) {
            return "one of " + of + " changes:";
        }
        return causes.together()
                ? "these of " + of + " changes together:"
                : "each of these alone, of " + of + " changes:";
    }

    private static String alone(@Nullable Changes alone) {
        if (alone == null) {
            return "these rules do not load";
        }
        if (alone.none()) {
            return "the outcome stays";
        }
        return String.join(
                "; ",
                alone.fates().isEmpty()
                        ? List.of("another order: " + codes(alone.now()))
                        : alone.fates().stream()
                                .map(fate -> fate.action() + " is " + fate.now() + ", not " + fate.then())
                                .toList());
    }

    private void piece(Piece piece) {
        Piece.Place place = piece.now() != null ? piece.now() : Objects.requireNonNull(piece.then());
        String what = piece.kind() == Piece.Kind.RULE ? "rule \"" + piece.name() + "\"" : "settings";
        if (piece.kind() == Piece.Kind.DECLARATIONS) {
            what = "what the file declares";
        }
        String how = piece.then() == null ? "- new" : piece.now() == null ? "- gone" : "- changed";
        line("  ", what + " (" + place.file() + ":" + place.line() + ") " + how);
        List<String> lines = piece.changed();
        lines.stream().limit(MOST_LINES).forEach(one -> line("    ", cut(one)));
        if (lines.size() > MOST_LINES) {
            line("    ", "... and " + (lines.size() - MOST_LINES) + " lines more");
        }
    }

    private void fired(List<ByFired> rules) {
        line(
                "",
                "Which change did it cannot be tried without the old rules; settings may have changed, too. This can be "
                        + "told from the rules that spoke:");
        if (rules.isEmpty()) {
            line("  ", "the same rules spoke then and now");
        }
        for (ByFired rule : rules) {
            String place = rule.file() == null ? "" : " (" + rule.file() + ":" + rule.line() + ")";
            String about = rule.about().isEmpty() ? "" : "; it is about " + String.join(", ", rule.about());
            line("  ", "rule \"" + rule.rule() + "\"" + place + " " + kind(rule.kind()) + about);
        }
    }

    private static String kind(ByFired.Kind kind) {
        return switch (kind) {
            case GONE -> "spoke, and does not exist any more";
            case SILENT -> "spoke, and is silent now";
            case NEW -> "speaks now, and did not";
        };
    }

    private void first(@Nullable FirstDifference first) {
        if (first != null) {
            line("  ", first.path() + ": then " + value(first.then()) + ", now " + value(first.now()));
        }
    }

    private static String value(@Nullable JsonNode value) {
        return value == null ? "nothing" : cut(value.toString());
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " ...";
    }

    private static String brief(String hash) {
        return hash.substring(0, Math.min(SHORT, hash.length()));
    }

    private void line(String indent, String words) {
        text.append(indent).append(words).append('\n');
    }
}
