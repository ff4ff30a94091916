package retention.bench;

import java.time.LocalDate;
import retention.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says a customer of the workload in our vocabulary, as our JSON. Ages become dates before {@link #DAY}. What the workload
 * knows and the vocabulary says in other words: a segment is the plan of the contract; a month of a contract has 30 days;
 * full years of tenure are also full years in the loyalty programme, of 365 days; an order counts as placed on the day it
 * was promised for, or today when that lies ahead.
 */
final class Mapping {

    /** The day of every decision: not near the end of a month, so that months can be taken off. */
    static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    private static final int MONTH = 30;
    private static final int YEAR = 365;

    private Mapping() {}

    /** One customer as our JSON, in one line. */
    static byte[] map(byte[] spec) {
        JsonNode from = Json.mapper().readTree(spec);
        ObjectNode to = Json.mapper().createObjectNode();
        customer(from, to);
        contract(from, to.putObject("contract"));
        from.get("orders").forEach(one -> order(one, to.withArray("orders").addObject()));
        from.get("serviceCases")
                .forEach(one -> serviceCase(one, to.withArray("serviceCases").addObject()));
        from.get("surveys").forEach(one -> survey(one, to.withArray("surveys").addObject()));
        from.get("webSessions").forEach(one -> visit(one, to.withArray("visits").addObject()));
        from.get("incidents")
                .forEach(one -> incident(one, to.withArray("incidents").addObject()));
        to.putObject("usage")
                .put("lastLoginOn", ago(from.get("daysSinceLastLogin").asInt()));
        loyalty(from, to.putObject("loyaltyAccount"));
        to.putObject("relationship").put("referralsMade", from.get("referrals").asInt());
        contacts(from.get("offersLast30d").asInt(), to.withArray("contacts"));
        if (from.get("competitorQuoteSeen").asBoolean()) {
            to.withArray("departureSigns")
                    .addObject()
                    .put("kind", "COMPETITOR_QUOTE")
                    .put("seenOn", ago(1));
        }
        return Json.write(to);
    }

    private static void customer(JsonNode from, ObjectNode to) {
        String segment = from.get("segment").asString();
        to.put("id", from.get("id").asString()).put("asOf", DAY.toString());
        to.put("since", DAY.minusMonths(from.get("tenureMonths").asInt()).toString());
        to.put("kind", segment.equals("consumer") ? "CONSUMER" : "BUSINESS");
        to.put("lifetimeValue", from.get("lifetimeValue").asInt());
        ArrayNode consents = to.putArray("consents");
        consent(from.get("emailConsent"), "EMAIL", "MARKETING", consents);
        consent(from.get("phoneConsent"), "PHONE", "MARKETING", consents);
        consent(from.get("profilingConsent"), "APP", "PROFILING", consents);
        for (String list :
                new String[] {"orders", "serviceCases", "surveys", "visits", "incidents", "contacts", "departureSigns"
                }) {
            to.putArray(list); // one that is empty is known to be so
        }
    }

    private static void consent(JsonNode given, String channel, String purpose, ArrayNode to) {
        if (given.asBoolean()) {
            to.addObject().put("channel", channel).put("purpose", purpose).put("givenOn", "2025-01-01");
        }
    }

    private static void contract(JsonNode from, ObjectNode to) {
        to.put("plan", from.get("segment").asString());
        to.put("endsOn", ago(-MONTH * from.get("contractMonthsLeft").asInt()));
        to.put("paidAutomatically", from.get("autopay").asBoolean());
    }

    private static void order(JsonNode from, ObjectNode to) {
        int promised = from.get("promisedDaysAgo").asInt();
        to.put("id", from.get("id").asString());
        to.put("amount", from.get("amount").asInt());
        to.put("orderedOn", ago(Math.max(0, promised)));
        to.put("promisedOn", ago(promised));
        if (!from.get("deliveredDaysAgo").isNull()) {
            to.put("deliveredOn", ago(from.get("deliveredDaysAgo").asInt()));
        }
        to.put("defective", from.get("productDefect").asBoolean());
        to.put("returned", from.get("returned").asBoolean());
        if (from.get("refundPendingDays").asInt() > 0) {
            to.put("refundAskedOn", ago(from.get("refundPendingDays").asInt()));
        }
    }

    private static void serviceCase(JsonNode from, ObjectNode to) {
        int opened = from.get("openedDaysAgo").asInt();
        to.put("id", from.get("id").asString());
        to.put("kind", from.get("kind").asString().equals("complaint") ? "COMPLAINT" : "QUESTION");
        to.put("openedOn", ago(opened));
        if (from.get("resolved").asBoolean()) {
            to.put("resolvedOn", ago(opened / 2));
        }
        to.put("numberOfContacts", from.get("contacts").asInt());
        if (!from.get("satisfactionScore").isNull()) {
            to.put("score", from.get("satisfactionScore").asInt());
        }
    }

    private static void survey(JsonNode from, ObjectNode to) {
        to.put("kind", from.get("kind").asString());
        to.put("score", from.get("score").asInt());
        to.put("answeredOn", ago(from.get("daysAgo").asInt()));
    }

    private static void visit(JsonNode from, ObjectNode to) {
        to.put("pageLoadMillis", from.get("pageLoadMs").asInt());
        to.put("errors", from.get("error").asBoolean() ? 1 : 0);
        to.put("abandonedCheckout", from.get("checkoutAbandoned").asBoolean());
    }

    private static void incident(JsonNode from, ObjectNode to) {
        String kind = from.get("kind").asString();
        to.put("kind", kind.equals("fraud") ? "FRAUD_LOSS" : kind.equals("privacy") ? "PRIVACY_BREACH" : "WRONG_BILL");
        to.put("happenedOn", ago(from.get("daysAgo").asInt()));
        to.put("compensated", from.get("compensated").asBoolean());
    }

    private static void loyalty(JsonNode from, ObjectNode to) {
        String tier = from.get("tier").asString();
        if (!tier.equals("none")) {
            to.put("tier", tier);
        }
        to.put("points", from.get("loyaltyPoints").asInt());
        to.put("pointsExpireOn", ago(-from.get("pointsExpireInDays").asInt()));
        to.put("joinedOn", ago(YEAR * (from.get("tenureMonths").asInt() / 12)));
    }

    private static void contacts(int offers, ArrayNode to) {
        for (int i = 0; i < offers; i++) {
            to.addObject().put("action", "PRICE_MATCH").put("channel", "EMAIL").put("sentOn", ago(5 * (i + 1)));
        }
    }

    /** The date of so many days ago; negative is ahead. */
    private static String ago(int days) {
        return DAY.minusDays(days).toString();
    }
}
