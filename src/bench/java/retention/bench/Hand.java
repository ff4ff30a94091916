package retention.bench;

import java.time.LocalDate;
import retention.facts.CaseKind;
import retention.facts.Customer;
import retention.facts.Incident;
import retention.facts.IncidentKind;
import retention.facts.Order;
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

    private final HandActions wanted = new HandActions();
    private final HandConsents consents = new HandConsents();

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

    /** Decides; gives back what it was handed, filled. */
    Found decide(Customer customer, Found found) {
        day(customer.asOf().day());
        wanted.none();
        orders(customer);
        cases(customer);
        surveys(customer);
        visits(customer);
        incidents(customer);
        consents.read(customer);
        strategies(customer, found);
        wanted.allowed(consents.mail, consents.call);
        return wanted.best(found);
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
            int days = HandConsents.days(order.promisedOn(), order.deliveredOn() == null ? day : order.deliveredOn());
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
                    wanted.put(HandActions.REPLACEMENT, order.amount() >= 200 ? 73 : 68);
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
            wanted.put(HandActions.REFUND_EXPEDITE, 70 + Math.min(waits, 20));
        }
        return waits > 10 ? 1 : 0;
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
                    wanted.put(HandActions.CASE_ESCALATE, 75 + Math.min(contacts, 10));
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
        int months = HandConsents.months(customer.since(), day);
        int years = Math.min(months / 12, 10);
        int left = (int) (customer.contract().endsOn().toEpochDay() - today) / 30;
        boolean price = abandoned >= 2 || HandConsents.quoted(customer);
        int trust = trust(years);
        int satisfaction = satisfaction();
        int cost = switchingCost(customer, left, years, price, absent);
        found.id = customer.id();
        found.trust = trust;
        found.satisfaction = satisfaction;
        found.switchingCost = cost;
        trouble(customer, trust);
        if (detractor && satisfaction < 50) {
            wanted.put(HandActions.SERVICE_CALL, 72);
        }
        if (slow && !complaint) {
            wanted.put(HandActions.UX_FIX_NOTICE, 40);
        }
        if (!asked && satisfaction >= 40 && satisfaction <= 70 && !complaint) {
            wanted.put(HandActions.SURVEY_FOLLOWUP, 30);
        }
        int points = customer.loyaltyAccount().points();
        if (points >= 500 && customer.loyaltyAccount().pointsExpireOn().toEpochDay() - today <= 30) {
            wanted.put(HandActions.POINTS_REMINDER, 45 + Math.min(points / 1000, 10));
        }
        if (consents.profile && HandConsents.offers(customer, month) < 2) {
            offers(customer, found, left, price, absent && months >= 6);
        }
    }

    private void trouble(Customer customer, int trust) {
        if (worstDelay >= 5 && trust < 60) {
            wanted.put(HandActions.APOLOGY_CREDIT, 60 + Math.min(worstDelay, 20));
        }
        if (breaches > 0
                && (customer.lifetimeValue() >= 5000
                        || "enterprise".equals(customer.contract().plan()))) {
            wanted.put(HandActions.EXEC_CALLBACK, 95);
        }
        if (fraud) {
            wanted.put(HandActions.FRAUD_SUPPORT, 98);
        }
        if (privacy) {
            wanted.put(HandActions.PRIVACY_ASSURANCE, 92);
        }
        if (billing || slowRefunds > 0) {
            wanted.put(HandActions.BILLING_REVIEW, 80);
        }
    }

    private void offers(Customer customer, Found found, int left, boolean price, boolean gone) {
        int cost = found.switchingCost;
        if (price && cost < 50 && found.trust >= 40) {
            wanted.put(HandActions.PRICE_MATCH, 65 + (50 - cost) / 5);
        }
        if (left <= 2 && found.satisfaction >= 50 && breaches == 0) {
            wanted.put(HandActions.CONTRACT_RENEWAL, 66);
        }
        String tier = customer.loyaltyAccount().tier();
        if (spent >= 600 && ("silver".equals(tier) || "gold".equals(tier)) && found.satisfaction >= 30 && !complaint) {
            wanted.put(HandActions.TIER_UPGRADE, 50 + Math.min(spent / 200, 15));
        }
        if (gone && cost < 40) {
            wanted.put(HandActions.WINBACK, 58);
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

    private static int held(int sum) {
        return Math.max(0, Math.min(100, sum));
    }
}
