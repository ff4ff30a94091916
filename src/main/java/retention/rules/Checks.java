package retention.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.Catalogue;
import retention.advice.Sentences;
import retention.json.DidYouMean;
import retention.policy.Bounds;
import retention.policy.Weighing;

/** Checks that need the whole folder: names that must be unique, and names that must exist elsewhere. */
final class Checks {

    /** {@code contacts.of("CODE")}, with other questions of the list in between. */
    private static final Pattern SENT =
            Pattern.compile("\\bcontacts(?:\\s*\\.\\s*\\w+(?:\\(\\s*\\w*\\s*\\))?)*?\\s*\\.\\s*of\\(\\s*\"([^\"]*)\"");

    /** {@code new Signal( "name"}, also where the rule is broken. */
    private static final Pattern RAISED = Pattern.compile("Signal\\s*\\S\\s*[\"\u201C\u201D]?([^\"\u201C\u201D,]*)");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?");

    private final List<Rule> rules;
    private final String broken;
    private final Collection<Problem> problems;

    /** {@code broken} is the text of rules that could not be read: a signal may be raised there. */
    Checks(List<Rule> rules, String broken, Collection<Problem> problems) {
        this.broken = broken;
        this.rules = rules;
        this.problems = problems;
    }

    /** Reports everything; without a catalogue or a playbook its part is left out. */
    void run(@Nullable Catalogue catalogue, @Nullable Playbook playbook, @Nullable Weighing weighing) {
        unique();
        signals();
        if (weighing != null) {
            weights(weighing.contextWeight());
        }
        if (catalogue != null) {
            actions(catalogue);
        }
        if (playbook != null) {
            plays(playbook.codes());
        }
    }

    private void unique() {
        Map<String, Rule> first = new HashMap<>();
        for (Rule rule : rules) {
            Rule earlier = first.putIfAbsent(rule.name(), rule);
            if (earlier != null) {
                problems.add(rule.file()
                        .problemInLine(
                                Code.SAME_NAME,
                                rule.line(),
                                "another rule is named \"" + rule.name() + "\": "
                                        + earlier.file().shown() + ":" + earlier.line()));
            }
        }
    }

    private void signals() {
        Set<String> raised = new TreeSet<>();
        RAISED.matcher(broken)
                .results()
                .forEach(found -> raised.add(found.group(1).strip()));
        for (Rule rule : rules) {
            rule.says().stream().filter(s -> s.kind().equals("Signal")).forEach(s -> raised.add(s.name()));
        }
        for (Rule rule : rules) {
            for (Rule.Said asked : rule.signals()) {
                if (!raised.contains(asked.name())) {
                    problems.add(rule.file()
                            .problem(
                                    Code.UNKNOWN_SIGNAL,
                                    asked.offset(),
                                    "no rule raises the signal \"" + asked.name() + "\""
                                            + DidYouMean.hint(asked.name(), raised)));
                }
            }
        }
    }

    /** One message for one code: after a play was removed, its rules are many. */
    private void plays(List<String> codes) {
        var places = new TreeMap<String, TreeSet<Problem>>();
        for (Rule rule : rules) {
            for (Rule.Said play : rule.note().plays()) {
                if (!codes.contains(play.name())) {
                    String message = "there is no play \"" + play.name() + "\" in " + RuleFolder.PLAYBOOK
                            + DidYouMean.hint(play.name(), codes);
                    places.computeIfAbsent(play.name(), none -> new TreeSet<>())
                            .add(rule.file().problem(Code.UNKNOWN_PLAY, play.offset(), message));
                }
            }
        }
        places.values().forEach(same -> problems.add(same.first().times(same.size())));
    }

    /** A weight that is written as a number; one that is reckoned is held within the bounds for each customer. */
    private void weights(Bounds bounds) {
        for (Rule rule : rules) {
            for (Rule.Said said : rule.says()) {
                String written = said.name().substring(said.name().indexOf(' ') + 1);
                if (said.kind().equals(Rule.WEIGHT)
                        && NUMBER.matcher(written).matches()
                        && !bounds.contain(Double.parseDouble(written))) {
                    problems.add(rule.file()
                            .problem(Code.WEIGHT, said.offset(), "a weight must be " + Factors.range(bounds)));
                }
            }
        }
    }

    private void actions(Catalogue catalogue) {
        for (Rule rule : rules) {
            contacts(rule, catalogue.actions().keySet());
            for (Rule.Said said : rule.says()) {
                if (said.kind().equals("Recommend") || said.kind().equals("Withhold")) {
                    action(rule, said, catalogue);
                }
            }
        }
    }

    /** What was sent before is asked for by the code of an action; a misspelt one would never have been sent. */
    private void contacts(Rule rule, Set<String> codes) {
        Matcher asked = SENT.matcher(rule.file().text()).region(rule.begin(), rule.end());
        while (asked.find()) {
            String code = asked.group(1);
            if (!codes.contains(code)) {
                problems.add(rule.file()
                        .problem(
                                Code.UNKNOWN_ACTION,
                                asked.start(1),
                                "the catalogue has no action \"" + code + "\"" + DidYouMean.hint(code, codes)));
            }
        }
    }

    private void action(Rule rule, Rule.Said said, Catalogue catalogue) {
        boolean withhold = said.kind().equals("Withhold");
        if (catalogue.tags().contains(said.name())) {
            if (!withhold) {
                problems.add(rule.file()
                        .problem(
                                Code.RECOMMENDED_TAG,
                                said.offset(),
                                "\"" + said.name() + "\" is a tag: a tag can be withheld, not recommended"));
            }
            return;
        }
        Action action = catalogue.actions().get(said.name());
        if (action == null) {
            var known = new TreeSet<>(catalogue.actions().keySet());
            known.addAll(withhold ? catalogue.tags() : Set.of());
            problems.add(rule.file()
                    .problem(
                            Code.UNKNOWN_ACTION,
                            said.offset(),
                            "the catalogue has no action " + (withhold ? "or tag " : "") + "\"" + said.name() + "\""
                                    + hint(rule.file(), said.name(), known)));
            return;
        }
        if (action.equals(catalogue.wayOut())) {
            String why = said.name() + " is the way out: no rule decides on it";
            problems.add(rule.file().problem(Code.NOBODYS_ACTION, said.offset(), why));
        } else if (withhold && action.equals(catalogue.fallback())) {
            String why = said.name() + " is the fallback: it may be recommended, not withheld";
            problems.add(rule.file().problem(Code.NOBODYS_ACTION, said.offset(), why));
        }
        if (said.kind().equals("Recommend")) {
            for (String text : action.text().values()) {
                places(rule, said, text);
            }
        }
    }

    /** What was probably meant, or where a new action is written. */
    private static String hint(RuleFile file, String code, Set<String> known) {
        String hint = DidYouMean.hint(code, known);
        return hint.isEmpty()
                ? ": a new one is written in a file in " + file.folder() + "/" + RuleFolder.MORE_ACTIONS
                : hint;
    }

    private void places(Rule rule, Rule.Said said, String text) {
        for (String place : Sentences.places(text)) {
            if (!rule.bound().contains(place)) {
                problems.add(rule.file()
                        .problem(
                                Code.TEXT_NEEDS_VALUE,
                                said.offset(),
                                "the text of " + said.name() + " needs {" + place + "}, but the rule remembers no $"
                                        + place + DidYouMean.hint(place, rule.bound())));
            }
        }
    }
}
