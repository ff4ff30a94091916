package retention.json;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retention.facts.AsOf;
import retention.facts.Consent;
import retention.facts.Consents;
import retention.facts.Contact;
import retention.facts.Contacts;
import retention.facts.Dated;
import retention.facts.DepartureSign;
import retention.facts.DepartureSigns;
import retention.facts.Facts;
import retention.facts.Incident;
import retention.facts.Incidents;
import retention.facts.Order;
import retention.facts.Orders;
import retention.facts.ServiceCase;
import retention.facts.ServiceCases;
import retention.facts.Survey;
import retention.facts.Surveys;
import retention.facts.Visit;
import retention.facts.Visits;
import tools.jackson.databind.module.SimpleModule;

/** Teaches the mappers what is not a plain record: the shared day, lists that may be unknown, strict dates. */
final class FactsModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    FactsModule() {
        super("facts");
        addDeserializer(AsOf.class, new AsOfReader(false));
        addDeserializer(LocalDate.class, new StrictScalars.Day());
        addDeserializer(Double.class, new StrictScalars.Amount());
        addSerializer(new FactsWriter());
        addSerializer(new DayWriter());
        list(Consents.class, Consent.class, Consents::new);
        list(Orders.class, Order.class, Orders::new);
        list(ServiceCases.class, ServiceCase.class, ServiceCases::new);
        list(Surveys.class, Survey.class, Surveys::new);
        list(Visits.class, Visit.class, Visits::new);
        list(Incidents.class, Incident.class, Incidents::new);
        list(Contacts.class, Contact.class, Contacts::new);
        list(DepartureSigns.class, DepartureSign.class, DepartureSigns::new);
    }

    private <T extends Dated, S extends Facts<T, S>> void list(
            Class<S> type, Class<T> item, Function<@Nullable List<T>, S> make) {
        addDeserializer(type, new FactsReader<>(item, make));
    }
}
