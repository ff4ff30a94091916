package retention.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import retention.advice.Advice;
import retention.json.BadRequest;
import retention.json.CustomerReader;
import retention.rules.explain.Asking;
import retention.rules.explain.Constants;
import retention.rules.explain.SmallestChange;
import retention.rules.explain.WhatIf;
import tools.jackson.databind.JsonNode;

/** Looks for the smallest single change of a customer that makes an action appear or vanish; the engine judges each. */
final class Changing {

    /** A tenth of a second or so. */
    private static final int MOST_TRIED = 2_000;

    /** What guardrails look at, whatever the rules ask. */
    private static final List<String> GUARDED = List.of(
            "objectsToMarketing",
            "preferredChannel",
            "consents[].channel",
            "consents[].purpose",
            "consents[].givenOn",
            "consents[].withdrawnOn",
            "departureSigns[].kind");

    private final RuleBook book;
    private final Inquiries inquiries;
    private final Collection<Rule> rules;
    private final Map<String, Declared> declared;

    Changing(RuleBook book, Inquiries inquiries, Collection<Rule> rules, Map<String, Declared> declared) {
        this.book = book;
        this.inquiries = inquiries;
        this.rules = rules;
        this.declared = declared;
    }

    /** The customer is one that can be read. */
    WhatIf of(JsonNode customer, LocalDate today, String action) {
        Advice now = book.advise(CustomerReader.read(customer, today));
        boolean advised = holds(now, action);
        Collection<Rule> concerned = concerned(action);
        var places = new TreeSet<>(GUARDED);
        List<List<Asking>> whens = new ArrayList<>();
        for (Rule rule : concerned) {
            Inquiries.Read read = inquiries.rule(rule.name());
            whens.add(read.when());
            read.paths().values().forEach(places::addAll);
        }
        var candidates = new Candidates(customer, now.receipt().asOf(), Constants.of(whens), declared).at(places);
        SmallestChange found = SmallestChange.find(
                customer, candidates, MOST_TRIED, changed -> turns(changed, today, action, advised));
        return WhatIf.of(action, advised, found);
    }

    /** Whether the action comes or goes; a changed customer that nobody can read proves nothing. */
    private boolean turns(JsonNode changed, LocalDate today, String action, boolean advised) {
        try {
            return holds(book.advise(CustomerReader.read(changed, today)), action) != advised;
        } catch (BadRequest | IllegalStateException none) {
            return false;
        }
    }

    private static boolean holds(Advice advice, String action) {
        return Stream.concat(advice.actions().stream(), Stream.of(advice.wayOut(), advice.fallback()))
                .filter(Objects::nonNull)
                .anyMatch(one -> one.code().equals(action));
    }

    /** The rules that have a say about an action, and those whose signals and scores these ask for. */
    private Collection<Rule> concerned(String action) {
        var names = new TreeSet<>(List.of(action));
        names.addAll(book.catalogue().action(action).tags());
        var concerned = new TreeMap<String, Rule>();
        rules.stream()
                .filter(rule -> says(rule, "Recommend", names) || says(rule, "Withhold", names))
                .forEach(rule -> concerned.put(rule.name(), rule));
        for (Rule rule : List.copyOf(concerned.values())) {
            var signals = new TreeSet<String>();
            rule.signals().forEach(signal -> signals.add(signal.name()));
            rules.stream()
                    .filter(other -> says(other, "Signal", signals) || moves(other, rule))
                    .forEach(other -> concerned.put(other.name(), other));
        }
        return concerned.values();
    }

    private static boolean says(Rule rule, String kind, Collection<String> names) {
        return rule.says().stream().anyMatch(said -> said.kind().equals(kind) && names.contains(said.name()));
    }

    private static boolean moves(Rule rule, Rule asking) {
        return rule.evidence().stream()
                .anyMatch(points -> asking.types().stream()
                        .anyMatch(
                                type -> type.equalsIgnoreCase(points.dimension().replace("_", ""))));
    }
}
