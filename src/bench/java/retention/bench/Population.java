package retention.bench;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * The customers of the workload, one JSON object each, in the shape in which the workload was written down. They are drawn
 * from a fixed seed, so every run has the same ones: the SHA-256 of the first 100,000, each with a line feed behind it, is
 * {@link #SHA_256}. Not thread-safe.
 */
final class Population {

    static final String SHA_256 = "f5c663337d079b8ed3e7c1558596ec478057ab49af50243d08720de492e7bcf3";

    private static final String[] TIERS = {"none", "none", "none", "silver", "silver", "gold", "platinum"};
    private static final String[] INCIDENTS = {"privacy", "fraud", "billing"};

    private final Random random = new Random(20240607L);
    private final StringBuilder json = new StringBuilder();
    private int number;

    /** The next customer. */
    byte[] next() {
        json.setLength(0);
        number++;
        boolean troubled = oneIn(5);
        customer();
        orders(troubled);
        cases(troubled);
        surveys(troubled);
        visits();
        incidents(troubled);
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void customer() {
        int tenure = (int) Math.min(240, exponential(40));
        String tier = TIERS[random.nextInt(TIERS.length)];
        json.append("{\"id\":").append(number).append(",\"tenureMonths\":").append(tenure);
        put("lifetimeValue", tenure * random.nextInt(150) + random.nextInt(500));
        String segment = below(10) < 8 ? "consumer" : below(4) < 3 ? "smb" : "enterprise";
        json.append(",\"segment\":\"").append(segment).append('"');
        put("emailConsent", below(10) < 8);
        put("phoneConsent", below(10) < 6);
        put("profilingConsent", below(10) < 8);
        put("autopay", random.nextBoolean());
        put("contractMonthsLeft", oneIn(3) ? below(3) : below(25));
        put("loyaltyPoints", tier.equals("none") ? below(600) : below(12000));
        put("pointsExpireInDays", below(120));
        json.append(",\"tier\":\"").append(tier).append('"');
        put("referrals", oneIn(4) ? below(8) : 0);
        put("daysSinceLastLogin", (int) exponential(18));
        put("competitorQuoteSeen", oneIn(10));
        put("offersLast30d", oneIn(3) ? below(4) : 0);
    }

    private void orders(boolean troubled) {
        json.append(",\"orders\":[");
        int count = poisson(6);
        for (int i = 0; i < count; i++) {
            int promised = below(400) - 5;
            Integer delivered = delivered(promised, troubled);
            boolean returned = oneIn(12);
            first(i, "id", number * 100L + i);
            put("amount", 10 + (int) exponential(90));
            put("promisedDaysAgo", promised);
            put("deliveredDaysAgo", delivered);
            put("returned", returned);
            put("refundPendingDays", returned && oneIn(3) ? 1 + below(25) : 0);
            put("productDefect", percent(troubled ? 12 : 3));
            json.append('}');
        }
    }

    @SuppressWarnings("NullAway") // an order that has not come has no day
    private Integer delivered(int promised, boolean troubled) {
        if (promised < 0 || (percent(3) && promised < 15)) {
            return null;
        }
        int delivered = promised + below(3) - 1;
        if (percent(troubled ? 30 : 8)) {
            delivered = promised - 1 - below(14);
        }
        return Math.max(0, delivered);
    }

    private void cases(boolean troubled) {
        json.append("],\"serviceCases\":[");
        int count = poisson(troubled ? 3 : 1.125);
        for (int i = 0; i < count; i++) {
            boolean complaint = below(10) < (troubled ? 7 : 4);
            boolean resolved = below(10) < 8;
            int opened = below(resolved ? 360 : 60);
            first(i, "id", number * 100L + i);
            json.append(",\"kind\":\"")
                    .append(complaint ? "complaint" : "question")
                    .append('"');
            put("openedDaysAgo", opened);
            put("resolved", resolved);
            put("contacts", 1 + poisson(troubled ? 1.6 : 0.6));
            put("satisfactionScore", resolved && below(10) < 6 ? 1 + Math.min(4, below(troubled ? 4 : 7)) : "null");
            json.append('}');
        }
    }

    private void surveys(boolean troubled) {
        json.append("],\"surveys\":[");
        int count = poisson(1);
        Set<Integer> days = new HashSet<>();
        for (int i = 0; i < count; i++) {
            boolean nps = random.nextBoolean();
            int day = below(365);
            while (!days.add(day)) {
                day = below(365);
            }
            json.append(i > 0 ? "," : "")
                    .append("{\"kind\":\"")
                    .append(nps ? "NPS" : "CSAT")
                    .append('"');
            put("score", nps ? Math.min(10, below(troubled ? 8 : 15)) : 1 + Math.min(4, below(troubled ? 4 : 8)));
            put("daysAgo", day);
            json.append('}');
        }
    }

    private void visits() {
        json.append("],\"webSessions\":[");
        int count = poisson(4);
        int base = oneIn(6) ? 2600 : 1200;
        for (int i = 0; i < count; i++) {
            first(i, "pageLoadMs", base / 2 + (int) exponential(base));
            put("checkoutAbandoned", percent(18));
            put("error", percent(6));
            json.append('}');
        }
    }

    private void incidents(boolean troubled) {
        json.append("],\"incidents\":[");
        int count = poisson(troubled ? 0.26 : 0.06);
        for (int i = 0; i < count; i++) {
            String kind = INCIDENTS[below(INCIDENTS.length)];
            json.append(i > 0 ? "," : "").append("{\"kind\":\"").append(kind).append('"');
            put("compensated", oneIn(3));
            put("daysAgo", below(500));
            json.append('}');
        }
    }

    private void first(int place, String name, long value) {
        json.append(place > 0 ? "," : "")
                .append("{\"")
                .append(name)
                .append("\":")
                .append(value);
    }

    private void put(String name, Object value) {
        json.append(",\"").append(name).append("\":").append(value);
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    private double exponential(double mean) {
        return -Math.log(1 - random.nextDouble()) * mean;
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = 1;
        int count = 0;
        do {
            count++;
            product *= random.nextDouble();
        } while (product > limit);
        return count - 1;
    }
}
