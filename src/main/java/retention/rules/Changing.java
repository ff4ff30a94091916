package retention.rules;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import retention.advice.Advice;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.json.CustomerReader;
import retention.rules.explain.SmallestChange;
import retention.rules.explain.WhatIf;
import tools.jackson.databind.JsonNode;

/** Looks for the smallest single change of a customer that makes an action appear or vanish; the engine judges each. */
final class Changing {

    /** A quarter of a second or so. */
    private static final int MOST_TRIED = 3_000;

    private final RuleBook book;
    private final RuleLooks rules;
    private final GuardLooks guards;
    private final Edits edits;

    Changing(RuleBook book, RuleLooks rules, Edits edits) {
        this.book = book;
        this.rules = rules;
        this.guards = new GuardLooks(book.contactPolicy(), book.weighing());
        this.edits = edits;
    }

    /** The customer is one that can be read. */
    WhatIf of(JsonNode json, LocalDate today, String action) {
        Customer customer = CustomerReader.read(json, today);
        Advice now = book.advise(customer);
        boolean advised = holds(now, action);
        Customer visible = book.visible(customer);
        var reach = new Reach(book, rules, guards, visible, book.inquest(visible, book.reason(visible)), now);
        reach.look(action);
        LocalDate day = now.receipt().asOf();
        SmallestChange found = SmallestChange.find(
                json,
                edits.among(json, day, reach.direct()),
                edits.among(json, day, reach.around()),
                MOST_TRIED,
                changed -> turns(changed, today, action, advised));
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
}
