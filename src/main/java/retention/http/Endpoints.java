package retention.http;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.Supplier;
import retention.advice.Advice;
import retention.facts.Customer;

/**
 * What the server is handed to answer with. Every function is called from many threads at once.
 *
 * @param advise may throw {@link retention.json.BadRequest} for a customer it cannot use; anything else is an internal error
 * @param explain as {@code advise}, with the reasons for and against
 * @param rules the rule book in force, as a value that becomes JSON
 * @param schema JSON Schema of a customer, as text
 * @param editing for those who edit the rules
 * @param api the OpenAPI document, as text that does not change; asked when somebody first reads it
 * @param observed what can be seen of the server beside its answers
 * @param today used for a customer that names no {@code asOf}; asked once per customer
 */
public record Endpoints(
        Function<Customer, Advice> advise,
        Explain explain,
        Supplier<?> rules,
        Supplier<String> schema,
        Editing editing,
        Supplier<String> api,
        Observed observed,
        Supplier<LocalDate> today) {

    /** With today as the calendar has it in UTC, nobody who watches, and an empty description of the API. */
    public Endpoints(
            Function<Customer, Advice> advise,
            Explain explain,
            Supplier<?> rules,
            Supplier<String> schema,
            Editing editing) {
        this(
                advise,
                explain,
                rules,
                schema,
                editing,
                () -> "{}",
                Observed.nothing(),
                () -> LocalDate.now(ZoneOffset.UTC));
    }

    /** The same with this description of the API. */
    public Endpoints described(Supplier<String> other) {
        return new Endpoints(advise, explain, rules, schema, editing, other, observed, today);
    }

    /** The same for somebody who watches. */
    public Endpoints observed(Observed other) {
        return new Endpoints(advise, explain, rules, schema, editing, api, other, today);
    }

    /** The same on another day. */
    Endpoints on(Supplier<LocalDate> other) {
        return new Endpoints(advise, explain, rules, schema, editing, api, observed, other);
    }

    /** The same with advice that is counted. */
    Endpoints counted(Metrics metrics) {
        return new Endpoints(metrics.counting(advise), explain, rules, schema, editing, api, observed, today);
    }
}
