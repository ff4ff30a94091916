package retention.bench;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import retention.facts.AsOf;
import retention.facts.Consent;
import retention.facts.Consents;
import retention.facts.Contact;
import retention.facts.Contacts;
import retention.facts.Customer;
import retention.facts.DepartureSign;
import retention.facts.DepartureSigns;
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
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON in, {@link Hand}, JSON out, as somebody would write it in an afternoon: Jackson with its default settings into the
 * same records, nothing strict, and a short answer without texts, reasons or receipt. One object for one thread.
 */
final class HandJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("day").addDeserializer(AsOf.class, new Day()))
            .addMixIn(Consents.class, ConsentList.class)
            .addMixIn(Orders.class, OrderList.class)
            .addMixIn(ServiceCases.class, CaseList.class)
            .addMixIn(Surveys.class, SurveyList.class)
            .addMixIn(Visits.class, VisitList.class)
            .addMixIn(Incidents.class, IncidentList.class)
            .addMixIn(Contacts.class, ContactList.class)
            .addMixIn(DepartureSigns.class, SignList.class)
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(Customer.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(Told.class);

    private final Hand hand = new Hand();
    private final Found found = new Found();

    record Told(String id, int trust, int satisfaction, int switchingCost, List<ToldAction> actions) {}

    record ToldAction(String code, int priority, String reason) {}

    /** One customer as our JSON; gives back the answer as JSON. */
    byte[] answer(byte[] json) {
        return write(hand.decide(read(json), found));
    }

    static Customer read(byte[] json) {
        return READER.readValue(json);
    }

    private static byte[] write(Found found) {
        var actions = new ArrayList<ToldAction>(found.count);
        for (int i = 0; i < found.count; i++) {
            actions.add(new ToldAction(found.codes[i], found.priorities[i], found.reasons[i]));
        }
        return WRITER.writeValueAsBytes(
                new Told(found.id, found.trust, found.satisfaction, found.switchingCost, actions));
    }

    private static final class Day extends StdDeserializer<AsOf> {
        Day() {
            super(AsOf.class);
        }

        @Override
        public AsOf deserialize(JsonParser parser, DeserializationContext context) {
            return new AsOf(LocalDate.parse(parser.getString()));
        }
    }

    abstract static class ConsentList {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ConsentList(List<Consent> items) {}
    }

    abstract static class OrderList {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        OrderList(List<Order> items) {}
    }

    abstract static class CaseList {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CaseList(List<ServiceCase> items) {}
    }

    abstract static class SurveyList {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        SurveyList(List<Survey> items) {}
    }

    abstract static class VisitList {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        VisitList(List<Visit> items) {}
    }

    abstract static class IncidentList {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        IncidentList(List<Incident> items) {}
    }

    abstract static class ContactList {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ContactList(List<Contact> items) {}
    }

    abstract static class SignList {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        SignList(List<DepartureSign> items) {}
    }
}
