package retention.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import retention.advice.Advice;
import retention.advice.Satisfaction;
import retention.advice.Scores;
import retention.advice.Signal;
import retention.advice.SwitchingCost;
import retention.advice.Trust;
import retention.facts.Customer;
import retention.facts.Facts;
import retention.facts.Today;
import retention.rules.explain.Found;
import retention.rules.explain.Outcome;
import retention.rules.explain.Sources;

/** Asks the rules about one customer, one rule at a time. Not thread-safe. */
public final class Inquest {

    private static final String EXTENSIONS = "extensions.";

    /** Looked up once for each type. */
    private static final Map<String, String> SOURCES = new ConcurrentHashMap<>();

    private final Inquiries inquiries;
    private final Extensions extensions;
    private final Customer customer;
    private final Scores scores;
    private final List<Advice.NamedSignal> signals;
    private final Sources sources = new Sources(this::listed);

    Inquest(
            Inquiries inquiries,
            Extensions extensions,
            Customer customer,
            Scores scores,
            List<Advice.NamedSignal> signals) {
        this.inquiries = inquiries;
        this.extensions = extensions;
        this.customer = customer;
        this.scores = scores;
        this.signals = signals;
    }

    /** Whether a rule speaks, and if not, what of it fails first; lists at most so many ways in which it speaks. */
    public Outcome outcome(String rule, int most) {
        return inquiries.rule(rule).inquiry().ask(sources, most);
    }

    /** The facts that rules see of this customer. */
    Sources sources() {
        return sources;
    }

    /** The places in the customer's JSON that a rule looked at when it looked at this fact. */
    Set<String> paths(String rule, Found found) {
        boolean own = found.path().startsWith(EXTENSIONS);
        String type = own
                ? found.path().substring(EXTENSIONS.length(), found.path().indexOf('['))
                : found.fact().getClass().getSimpleName();
        int item = found.path().indexOf('[');
        var places = new TreeSet<String>();
        inquiries
                .rule(rule)
                .paths()
                .getOrDefault(type, Collections.emptySortedSet())
                .forEach(path -> places.add(
                        item < 0 ? path : path.replaceFirst("\\[]", found.path().substring(item))));
        if (places.isEmpty() && !found.path().isEmpty()) {
            places.add(found.path());
        }
        return places;
    }

    private Sources.Listed listed(String type) {
        return switch (type) {
            case "Customer" -> one("", customer);
            case "Today" -> one("asOf", new Today(day()));
            case "Trust" ->
                one("", new Trust(scores.trust().value(), scores.trust().level()));
            case "Satisfaction" ->
                one(
                        "",
                        new Satisfaction(
                                scores.satisfaction().value(),
                                scores.satisfaction().level()));
            case "SwitchingCost" ->
                one(
                        "",
                        new SwitchingCost(
                                scores.switchingCost().value(),
                                scores.switchingCost().level()));
            case "Signal" -> new Sources.Listed("", true, raised());
            default -> children(type);
        };
    }

    private LocalDate day() {
        return customer.asOf().day();
    }

    private static Sources.Listed one(String path, Object fact) {
        return new Sources.Listed(path, true, List.of(new Found(path, fact)));
    }

    private List<Found> raised() {
        return signals.stream()
                .map(signal -> new Found(
                        "", new Signal(signal.name(), signal.reasons().get(0).sentence())))
                .toList();
    }

    private Sources.Listed children(String type) {
        Function<Customer, Iterable<?>> child =
                Vocabulary.children(Set.of(type)).get(type);
        if (child == null) {
            return own(type);
        }
        String path = SOURCES.computeIfAbsent(type, one -> String.valueOf(Vocabulary.source(one)));
        Iterable<?> facts = child.apply(customer);
        boolean list = facts instanceof Facts<?, ?>;
        boolean known = list ? ((Facts<?, ?>) facts).known() : facts.iterator().hasNext();
        var found = new ArrayList<Found>();
        for (Object fact : facts) {
            found.add(new Found(list ? path + "[" + found.size() + "]" : path, fact));
        }
        return new Sources.Listed(path, known, found);
    }

    private Sources.Listed own(String type) {
        List<Map<String, Object>> facts = extensions.values(customer, type);
        var found = new ArrayList<Found>();
        for (Map<String, Object> fact : facts) {
            found.add(new Found("extensions." + type + "[" + found.size() + "]", fact));
        }
        return new Sources.Listed("extensions." + type, customer.extensions().containsKey(type), found);
    }
}
