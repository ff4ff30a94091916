package retention.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.json.CustomerReader;
import retention.rules.FairTerms;
import retention.rules.ProtectedField;
import retention.rules.RuleBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Varies one customer: how long they have been one, and each protected field; and tells where somebody who differs in nothing
 * else gets less. The rules themselves judge. Thread-safe.
 */
final class Auditing {

    private final RuleBook book;
    private final FairTerms fair;
    private final Culprits culprits;
    private final LocalDate today;
    private final boolean consenting;

    /** {@code consenting} takes every customer for one who allows marketing and profiling. */
    Auditing(RuleBook book, FairTerms fair, LocalDate today, boolean consenting) {
        this.book = book;
        this.fair = fair;
        this.culprits = new Culprits(book, fair);
        this.today = today;
        this.consenting = consenting;
    }

    /** A customer with one fact changed, and what they get. */
    private record Seen(@Nullable JsonNode value, Customer customer, Terms terms) {}

    /** A pair and who is at fault for it. */
    record Found(Pair pair, Blame blame) {}

    /** What came out for one customer; {@code any} says whether they ever got any marketing, so that there was something to lose. */
    record Result(List<Found> found, boolean any) {}

    /** Throws {@link BadRequest} for a customer that cannot be read, IllegalStateException when a rule fails. */
    Result audit(JsonNode sent, long line, SeenValues seen) {
        Customer customer = CustomerReader.read(sent, today);
        LocalDate day = customer.asOf().day();
        var one = new One(consenting ? Variation.consenting(sent, day) : sent, customer, line);
        one.tenure();
        fair.fields().values().forEach(field -> one.field(field, seen));
        return new Result(List.copyOf(one.found), one.any);
    }

    /** One customer. */
    private final class One {

        private final JsonNode json;
        private final Customer customer;
        private final long line;
        private final List<Found> found = new ArrayList<>();
        private boolean any;

        One(JsonNode json, Customer customer, long line) {
            this.json = json;
            this.customer = customer;
            this.line = line;
        }

        void tenure() {
            Set<String> greeting = occasions(FairTerms.TENURE);
            Seen shorter = null;
            for (LocalDate since : Ladder.of(customer.asOf().day(), customer.since(), fair.months())) {
                JsonNode value = JsonNodeFactory.instance.stringNode(since.toString());
                Seen longer = seen(FairTerms.TENURE, value, greeting);
                if (shorter != null) {
                    compare(FairTerms.TENURE, shorter, longer, greeting);
                }
                shorter = longer;
            }
        }

        void field(ProtectedField field, SeenValues seen) {
            String name = field.name();
            if (!Variation.has(json, name)) {
                return;
            }
            Set<String> greeting = occasions(name);
            Seen own = seen(name, Variation.value(json, name), greeting);
            var others = new LinkedHashSet<@Nullable JsonNode>();
            others.add(null);
            others.addAll(field.values());
            others.addAll(seen.of(name));
            others.remove(own.value());
            for (JsonNode other : others) {
                Seen varied;
                try {
                    varied = seen(name, other, greeting);
                } catch (BadRequest nobody) { // no customer could be so
                    continue;
                }
                compare(name, own, varied, greeting);
                compare(name, varied, own, greeting);
            }
        }

        private Seen seen(String field, @Nullable JsonNode value, Set<String> without) {
            Customer varied = CustomerReader.read(Variation.with(json, field, value), today);
            Terms terms = Terms.of(book.advise(varied, without), fair.prices());
            any |= !terms.benefits().isEmpty();
            return new Seen(value, varied, terms);
        }

        private void compare(String field, Seen better, Seen worse, Set<String> without) {
            for (String lost : better.terms().lostIn(worse.terms())) {
                Blame blame = culprits.of(better.customer(), worse.customer(), without, lost);
                found.add(new Found(
                        new Pair(
                                customer.id(),
                                line,
                                field,
                                better.value(),
                                worse.value(),
                                real(field, better.value(), worse.value()),
                                lost,
                                blame.says()),
                        blame));
            }
        }

        private String real(String field, @Nullable JsonNode from, @Nullable JsonNode to) {
            JsonNode own = Variation.value(json, field);
            return Objects.equals(own, from) ? "from" : Objects.equals(own, to) ? "to" : "neither";
        }
    }

    private Set<String> occasions(String field) {
        return fair.occasions().getOrDefault(field, Collections.emptySortedSet());
    }
}
