package retention.bench;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import retention.facts.CaseKind;
import retention.facts.Channel;
import retention.facts.Consent;
import retention.facts.Contact;
import retention.facts.Customer;
import retention.facts.DepartureKind;
import retention.facts.DepartureSign;
import retention.facts.Incident;
import retention.facts.IncidentKind;
import retention.facts.Order;
import retention.facts.Purpose;
import retention.facts.ServiceCase;
import retention.facts.Survey;
import retention.facts.SurveyKind;
import retention.facts.Visit;

/**
 * The 36 rules written by hand over our records, as somebody would who cares for speed alone: one pass over each list, no
 * objects, no reasons but a word. It takes the facts of the workload for granted. One object for one thread, used again.
 */
@SuppressWarnings("NullAway") // every fact that the workload names is there
final class Hand {

    private static final int APOLOGY_CREDIT = 0;
    private static final int EXEC_CALLBACK = 1;
    private static final int FRAUD_SUPPORT = 2;
    private static final int PRIVACY_ASSURANCE = 3;
    private static final int BILLING_REVIEW = 4;
    private static final int REFUND_EXPEDITE = 5;
    private static final int CASE_ESCALATE = 6;
    private static final int SERVICE_CALL = 7;
    private static final int REPLACEMENT = 8;
    private static final int UX_FIX_NOTICE = 9;
    private static final int SURVEY_FOLLOWUP = 10;
    private static final int PRICE_MATCH = 11;
    private static final int POINTS_REMINDER = 12;
    private static final int CONTRACT_RENEWAL = 13;
    private static final int TIER_UPGRADE = 14;
    private static final int WINBACK = 15;

    private static final String[] CODES = {
        "APOLOGY_CREDIT",
        "EXEC_CALLBACK",
        "FRAUD_SUPPORT",
        "PRIVACY_ASSURANCE",
        "BILLING_REVIEW",
        "REFUND_EXPEDITE",
        "CASE_ESCALATE",
        "SERVICE_CALL",
        "REPLACEMENT",
        "UX_FIX_NOTICE",
        "SURVEY_FOLLOWUP",
        "PRICE_MATCH",
        "POINTS_REMINDER",
        "CONTRACT_RENEWAL",
        "TIER_UPGRADE",
        "WINBACK"
    };
    private static final String[] REASONS = {
        "late delivery and low trust",
        "trust breach on valuable customer",
        "uncompensated fraud incident",
        "uncompensated privacy incident",
        "billing problem",
        "refund pending",
        "repeat contact on open complaint",
        "detractor with low satisfaction",
        "defective product not returned",
        "slow web site",
        "no recent survey",
        "price sensitive with low switching cost",
        "points expiring",
        "contract ends soon",
        "spend near next tier",
        "low engagement"
    };
    private static final int[] BY_EMAIL = {
        PRIVACY_ASSURANCE, UX_FIX_NOTICE, SURVEY_FOLLOWUP, PRICE_MATCH, POINTS_REMINDER, TIER_UPGRADE, WINBACK
    };
    private static final int[] BY_PHONE = {EXEC_CALLBACK, FRAUD_SUPPORT, SERVICE_CALL, CONTRACT_RENEWAL};
    private static final int[] OFFERS = {PRICE_MATCH, CONTRACT_RENEWAL, TIER_UPGRADE, WINBACK};

    private final int[] priorities = new int[CODES.length];

    /** The days that facts are compared with, kept for the customers of one day. */
    private LocalDate day = LocalDate.EPOCH;

    private long today;
    private LocalDate week = day;
    private LocalDate month = day;
    private LocalDate halfQuarter = day;
    private LocalDate quarter = day;
    private LocalDate halfYear = day;
    private LocalDate year = day;

    private int late;
    private int worstDelay;
    private int slowRefunds;
    private int defects;
    private int spent;
    private boolean absent;
    private int repeated;
    private int marks;
    private int marksSum;
    private boolean complaint;
    private int answers;
    private int answersSum;
    private boolean asked;
    private boolean detractor;
    private int abandoned;
    private int errors;
    private boolean slow;
    private int breaches;
    private int mended;
    private boolean fraud;
    private boolean privacy;
    private boolean billing;
    private boolean mayMail;
    private boolean mayCall;
    private boolean mayProfile;

    /** Decides; gives back what it was handed, filled. */
    Found decide(Customer customer, Found found) {
        day(customer.asOf().day());
        Arrays.fill(priorities, 0);
        orders(customer);
        cases(customer);
        surveys(customer);
        visits(customer);
        incidents(customer);
        consents(customer);
        strategies(customer, found);
        guards();
        return best(found);
    }

    private void day(LocalDate other) {
        if (!other.equals(day)) {
            day = other;
            today = day.toEpochDay();
            week = day.minusDays(7);
            month = day.minusDays(30);
            halfQuarter = day.minusDays(45);
            quarter = day.minusDays(90);
            halfYear = day.minusDays(180);
            year = day.minusDays(365);
        }
    }

    /** What few customers are asked for is looked up for those alone: dates and amounts lie far apart in memory. */
    private void orders(Customer customer) {
        boolean away = customer.usage().lastLoginOn().isBefore(month);
        String tier = customer.loyaltyAccount().tier();
        boolean collects = "silver".equals(tier) || "gold".equals(tier);
        int lateOnes = 0;
        int worst = 0;
        int failing = 0;
        int slow = 0;
        int sum = 0;
        boolean any = false;
        for (Order order : customer.orders()) {
            int days = daysLate(order.promisedOn(), order.deliveredOn());
            if (days >= 2) {
                lateOnes++;
                worst = Math.max(worst, days);
            }
            if (order.refundAskedOn() != null) {
                slow += refund(order.refundAskedOn());
            }
            if (away && !any) {
                any = !order.orderedOn().isBefore(halfQuarter);
            }
            if (collects && !order.returned()) {
                sum += order.amount().intValue();
            }
            if (order.defective()) {
                failing++;
                if (!order.returned()) {
                    put(REPLACEMENT, order.amount() >= 200 ? 73 : 68);
                }
            }
        }
        late = lateOnes;
        worstDelay = worst;
        defects = failing;
        slowRefunds = slow;
        spent = sum;
        absent = away && !any;
    }

    private int refund(LocalDate asked) {
        int waits = (int) (today - asked.toEpochDay());
        if (waits > 5) {
            put(REFUND_EXPEDITE, 70 + Math.min(waits, 20));
        }
        return waits > 10 ? 1 : 0;
    }

    private int daysLate(LocalDate promised, @Nullable LocalDate delivered) {
        LocalDate end = delivered == null ? day : delivered;
        if (end.getYear() == promised.getYear() && end.getMonthValue() == promised.getMonthValue()) {
            return end.getDayOfMonth() - promised.getDayOfMonth();
        }
        return end.isAfter(promised) ? (int) (end.toEpochDay() - promised.toEpochDay()) : 0;
    }

    private void cases(Customer customer) {
        repeated = marks = marksSum = 0;
        complaint = false;
        for (ServiceCase one : customer.serviceCases()) {
            boolean open = one.kind() == CaseKind.COMPLAINT && one.resolvedOn() == null;
            complaint |= open && one.openedOn().isBefore(week);
            int contacts = one.numberOfContacts();
            if (contacts >= 3) {
                repeated++;
                if (open) {
                    put(CASE_ESCALATE, 75 + Math.min(contacts, 10));
                }
            }
            Integer score = one.score();
            if (score != null) {
                marks++;
                marksSum += score;
            }
        }
    }

    private void surveys(Customer customer) {
        answers = answersSum = 0;
        asked = false;
        LocalDate latest = LocalDate.MIN;
        int recommends = 10;
        for (Survey survey : customer.surveys()) {
            LocalDate answered = survey.answeredOn();
            asked |= !answered.isBefore(quarter);
            if (survey.kind() == SurveyKind.CSAT) {
                answers++;
                answersSum += survey.score();
            } else if (answered.isAfter(latest)) {
                latest = answered;
                recommends = survey.score();
            }
        }
        detractor = recommends <= 6 && !latest.isBefore(halfYear);
    }

    private void visits(Customer customer) {
        int left = 0;
        int failed = 0;
        int count = 0;
        int millis = 0;
        for (Visit visit : customer.visits()) {
            count++;
            millis += visit.pageLoadMillis();
            left += visit.abandonedCheckout() ? 1 : 0;
            failed += visit.errors() > 0 ? 1 : 0;
        }
        abandoned = left;
        errors = failed;
        slow = count >= 3 && millis > 3000 * count;
    }

    private void incidents(Customer customer) {
        breaches = mended = 0;
        fraud = privacy = billing = false;
        for (Incident incident : customer.incidents()) {
            if (incident.compensated()) {
                mended++;
            } else if (!incident.happenedOn().isBefore(year)) {
                breaches++;
                fraud |= incident.kind() == IncidentKind.FRAUD_LOSS;
                privacy |= incident.kind() == IncidentKind.PRIVACY_BREACH;
                billing |= incident.kind() == IncidentKind.WRONG_BILL;
            }
        }
    }

    private void strategies(Customer customer, Found found) {
        int months = months(customer.since());
        int years = Math.min(months / 12, 10);
        int left = (int) (customer.contract().endsOn().toEpochDay() - today) / 30;
        boolean price = abandoned >= 2 || quoted(customer);
        int trust = trust(years);
        int satisfaction = satisfaction();
        int cost = switchingCost(customer, left, years, price, absent);
        found.id = customer.id();
        found.trust = trust;
        found.satisfaction = satisfaction;
        found.switchingCost = cost;
        trouble(customer, trust);
        if (detractor && satisfaction < 50) {
            put(SERVICE_CALL, 72);
        }
        if (slow && !complaint) {
            put(UX_FIX_NOTICE, 40);
        }
        if (!asked && satisfaction >= 40 && satisfaction <= 70 && !complaint) {
            put(SURVEY_FOLLOWUP, 30);
        }
        int points = customer.loyaltyAccount().points();
        if (points >= 500 && customer.loyaltyAccount().pointsExpireOn().toEpochDay() - today <= 30) {
            put(POINTS_REMINDER, 45 + Math.min(points / 1000, 10));
        }
        if (mayProfile && mayOffer(customer)) {
            offers(customer, found, left, price, absent && months >= 6);
        }
    }

    private void trouble(Customer customer, int trust) {
        if (worstDelay >= 5 && trust < 60) {
            put(APOLOGY_CREDIT, 60 + Math.min(worstDelay, 20));
        }
        if (breaches > 0
                && (customer.lifetimeValue() >= 5000
                        || "enterprise".equals(customer.contract().plan()))) {
            put(EXEC_CALLBACK, 95);
        }
        if (fraud) {
            put(FRAUD_SUPPORT, 98);
        }
        if (privacy) {
            put(PRIVACY_ASSURANCE, 92);
        }
        if (billing || slowRefunds > 0) {
            put(BILLING_REVIEW, 80);
        }
    }

    private void offers(Customer customer, Found found, int left, boolean price, boolean gone) {
        int cost = found.switchingCost;
        if (price && cost < 50 && found.trust >= 40) {
            put(PRICE_MATCH, 65 + (50 - cost) / 5);
        }
        if (left <= 2 && found.satisfaction >= 50 && breaches == 0) {
            put(CONTRACT_RENEWAL, 66);
        }
        String tier = customer.loyaltyAccount().tier();
        if (spent >= 600 && ("silver".equals(tier) || "gold".equals(tier)) && found.satisfaction >= 30 && !complaint) {
            put(TIER_UPGRADE, 50 + Math.min(spent / 200, 15));
        }
        if (gone && cost < 40) {
            put(WINBACK, 58);
        }
    }

    private int trust(int years) {
        return held(70 + 2 * years - 25 * breaches - 10 * mended - 6 * Math.min(late, 5) - 8 * slowRefunds);
    }

    private int satisfaction() {
        int sum = 60 - 7 * repeated - 5 * defects - 4 * Math.min(late, 5) - 2 * errors;
        sum -= (detractor ? 20 : 0) + (slow ? 5 : 0) + (complaint ? 10 : 0);
        sum += marks > 0 ? 10 * marksSum / marks - 30 : 0;
        return held(sum + (answers > 0 ? 8 * answersSum / answers - 24 : 0));
    }

    private static int switchingCost(Customer customer, int left, int years, boolean price, boolean absent) {
        String tier = customer.loyaltyAccount().tier();
        int sum = 10 + 2 * Math.min(left, 24) + (customer.contract().paidAutomatically() ? 10 : 0);
        if (tier != null) {
            sum += tier.equals("silver") ? 5 : tier.equals("gold") ? 12 : 20;
        }
        sum += Math.min(customer.loyaltyAccount().points() / 500, 10) + years;
        sum += 2 * Math.min(customer.relationship().referralsMade(), 5);
        return held(sum - (price ? 15 : 0) - (absent ? 10 : 0));
    }

    private static boolean quoted(Customer customer) {
        for (DepartureSign sign : customer.departureSigns()) {
            if (sign.kind() == DepartureKind.COMPETITOR_QUOTE) {
                return true;
            }
        }
        return false;
    }

    private boolean mayOffer(Customer customer) {
        int offers = 0;
        for (Contact contact : customer.contacts()) {
            offers += contact.sentOn().isAfter(month) ? 1 : 0;
        }
        return offers < 2;
    }

    private void consents(Customer customer) {
        boolean email = false;
        boolean phone = false;
        boolean profile = false;
        for (Consent consent : customer.consents()) {
            Channel channel = consent.channel();
            if (consent.purpose() == Purpose.MARKETING) {
                email |= channel == Channel.EMAIL;
                phone |= channel == Channel.PHONE;
            } else {
                profile |= channel == Channel.APP;
            }
        }
        mayMail = email;
        mayCall = phone;
        mayProfile = profile;
    }

    private void guards() {
        if (!mayMail) {
            remove(BY_EMAIL);
        }
        if (!mayCall) {
            remove(BY_PHONE);
        }
        int first = -1;
        for (int offer : OFFERS) {
            if (priorities[offer] > 0) {
                if (first >= 0 && better(offer, first)) {
                    priorities[first] = 0;
                    first = offer;
                } else if (first >= 0) {
                    priorities[offer] = 0;
                } else {
                    first = offer;
                }
            }
        }
    }

    private void remove(int[] actions) {
        for (int action : actions) {
            priorities[action] = 0;
        }
    }

    private Found best(Found found) {
        int count = 0;
        for (; count < Found.MOST; count++) {
            int best = -1;
            for (int action = 0; action < priorities.length; action++) {
                if (priorities[action] > 0 && (best < 0 || better(action, best))) {
                    best = action;
                }
            }
            if (best < 0) {
                break;
            }
            found.codes[count] = CODES[best];
            found.priorities[count] = priorities[best];
            found.reasons[count] = REASONS[best];
            priorities[best] = 0;
        }
        found.count = count;
        return found;
    }

    private boolean better(int one, int other) {
        return priorities[one] > priorities[other]
                || (priorities[one] == priorities[other] && CODES[one].compareTo(CODES[other]) < 0);
    }

    private void put(int action, int priority) {
        priorities[action] = Math.max(priorities[action], priority);
    }

    private int months(LocalDate since) {
        int months = 12 * (day.getYear() - since.getYear()) + day.getMonthValue() - since.getMonthValue();
        return day.getDayOfMonth() < since.getDayOfMonth() ? months - 1 : months;
    }

    private static int held(int sum) {
        return Math.max(0, Math.min(100, sum));
    }
}
