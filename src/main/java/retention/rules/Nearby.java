package retention.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import retention.rules.explain.Asking;
import retention.rules.explain.Change;
import retention.rules.explain.Constants;
import tools.jackson.databind.JsonNode;

/** Customers one change away from another, at the places that one rule looks at. Thread-safe. */
final class Nearby {

    private final FolderCheck check;
    private final Inquiries inquiries;

    Nearby(RuleFolder folder, FolderCheck check) {
        this.check = check;
        this.inquiries = new Inquiries(folder, check.declared());
    }

    /** The changes that a rule, or one of those whose signals and scores it asks for, could notice. */
    SortedSet<Change> of(Rule rule, JsonNode customer, LocalDate day) {
        var places = new TreeSet<String>();
        List<List<Asking>> whens = new ArrayList<>();
        Stream.concat(Stream.of(rule), check.rules().stream().filter(other -> heard(other, rule)))
                .map(one -> inquiries.rule(one.name()))
                .forEach(read -> {
                    whens.add(read.when());
                    read.paths().values().forEach(places::addAll);
                });
        return new Candidates(customer, day, Constants.of(whens), check.declared()).at(places);
    }

    private static boolean heard(Rule other, Rule rule) {
        Set<String> signals = rule.signals().stream().map(Rule.Said::name).collect(Collectors.toSet());
        return other.says().stream().anyMatch(said -> said.kind().equals("Signal") && signals.contains(said.name()))
                || other.evidence().stream()
                        .map(points -> points.dimension().replace("_", ""))
                        .anyMatch(score -> rule.types().stream().anyMatch(score::equalsIgnoreCase));
    }
}
