package retention.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The workload as Drools is mostly used: all is a fact that is inserted, signals, scores and actions are inserted by rules
 * and matched by others, guards take actions out again, and each customer gets a new session. Its facts have the ages of
 * the workload instead of dates. Thread-safe.
 */
public final class Narrow {

    private static final Path RULES = Path.of("src/bench/drools/narrow.drl");
    private static final ObjectReader READER = JsonMapper.shared().readerFor(Customer.class);

    private final KieBase rules;

    Narrow() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        try {
            files.write("src/main/resources/narrow/narrow.drl", Files.readString(RULES, StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new IllegalStateException("run this in the folder of the project", missing);
        }
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        this.rules =
                services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    /** A customer as the workload was written down. */
    static Customer read(byte[] spec) {
        return READER.readValue(spec);
    }

    /** Decides in a session of its own. */
    Out decide(Customer customer) {
        KieSession session = rules.newKieSession();
        try {
            var out = new Out();
            session.setGlobal("out", out);
            session.insert(customer);
            customer.orders().forEach(session::insert);
            customer.serviceCases().forEach(session::insert);
            customer.surveys().forEach(session::insert);
            customer.webSessions().forEach(session::insert);
            customer.incidents().forEach(session::insert);
            session.fireAllRules();
            return out;
        } finally {
            session.dispose();
        }
    }

    /** What rules tell the outside. */
    public static final class Out {
        private final List<Action> actions = new ArrayList<>();
        private int trust;
        private int satisfaction;
        private int switchingCost;

        /** The trust score. */
        public void trust(int value) {
            trust = value;
        }

        /** The satisfaction score. */
        public void sat(int value) {
            satisfaction = value;
        }

        /** The switching cost. */
        public void sw(int value) {
            switchingCost = value;
        }

        /** An action that a strategy wants; gives it back. */
        public Action add(Action action) {
            actions.add(action);
            return action;
        }

        /** An action that a guard takes out. */
        public void remove(Action action) {
            actions.remove(action);
        }

        Outcome outcome(Customer customer) {
            actions.sort(Action.ORDER);
            var told = new ArrayList<Object>();
            for (Action action : actions) {
                told.add(action.code());
                told.add(action.priority());
            }
            return new Outcome(Long.toString(customer.id()), trust, satisfaction, switchingCost, told);
        }
    }

    /** An action that a strategy wants. */
    public record Action(
            String code, String strategy, String channel, boolean offer, int priority, long refId, String reason) {
        private static final Comparator<Action> ORDER =
                Comparator.comparingInt(Action::priority).reversed().thenComparing(Action::code);

        /** Whether the other one goes before. */
        public boolean ranksBelow(Action other) {
            return ORDER.compare(this, other) > 0;
        }
    }

    /** A customer of the workload. */
    public record Customer(
            long id,
            int tenureMonths,
            int lifetimeValue,
            String segment,
            boolean emailConsent,
            boolean phoneConsent,
            boolean profilingConsent,
            boolean autopay,
            int contractMonthsLeft,
            int loyaltyPoints,
            int pointsExpireInDays,
            String tier,
            int referrals,
            int daysSinceLastLogin,
            boolean competitorQuoteSeen,
            int offersLast30d,
            List<Order> orders,
            List<ServiceCase> serviceCases,
            List<Survey> surveys,
            List<WebSession> webSessions,
            List<Incident> incidents) {}

    /** An order. */
    public record Order(
            long id,
            int amount,
            int promisedDaysAgo,
            @Nullable Integer deliveredDaysAgo,
            boolean returned,
            int refundPendingDays,
            boolean productDefect) {

        /** Days later than promised. */
        public int lateDays() {
            return deliveredDaysAgo == null ? promisedDaysAgo : promisedDaysAgo - deliveredDaysAgo;
        }
    }

    /** A matter they brought. */
    public record ServiceCase(
            long id,
            String kind,
            int openedDaysAgo,
            boolean resolved,
            int contacts,
            @Nullable Integer satisfactionScore) {}

    /** An answer. */
    public record Survey(String kind, int score, int daysAgo) {}

    /** A visit. */
    public record WebSession(int pageLoadMs, boolean checkoutAbandoned, boolean error) {}

    /** Something bad. */
    public record Incident(String kind, boolean compensated, int daysAgo) {}

    /** D1. */
    public record LateDelivery(long orderId, int lateDays) {}

    /** D2. */
    public record RepeatContact(long caseId, int contacts) {}

    /** D3. */
    public record OpenComplaint() {}

    /** D4. */
    public record Detractor() {}

    /** D5. */
    public record PointsExpiring(int points) {}

    /** D6. */
    public record PriceSensitive() {}

    /** D7. */
    public record LowEngagement() {}

    /** D8. */
    public record SlowSite() {}

    /** D9. */
    public record TrustBreach(String kind) {}

    /** D10. */
    public record TrustScore(int value) {}

    /** D11. */
    public record SatisfactionScore(int value) {}

    /** D12. */
    public record SwitchingCostScore(int value) {}
}
