package retention.bench;

import java.util.Arrays;

/** The actions of the workload with the priorities that {@link Hand} gives them for one customer. Not thread-safe. */
final class HandActions {

    static final int APOLOGY_CREDIT = 0;
    static final int EXEC_CALLBACK = 1;
    static final int FRAUD_SUPPORT = 2;
    static final int PRIVACY_ASSURANCE = 3;
    static final int BILLING_REVIEW = 4;
    static final int REFUND_EXPEDITE = 5;
    static final int CASE_ESCALATE = 6;
    static final int SERVICE_CALL = 7;
    static final int REPLACEMENT = 8;
    static final int UX_FIX_NOTICE = 9;
    static final int SURVEY_FOLLOWUP = 10;
    static final int PRICE_MATCH = 11;
    static final int POINTS_REMINDER = 12;
    static final int CONTRACT_RENEWAL = 13;
    static final int TIER_UPGRADE = 14;
    static final int WINBACK = 15;

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

    /** For the next customer. */
    void none() {
        Arrays.fill(priorities, 0);
    }

    /** G2, G3, G7: takes out what the customer does not allow, and all offers but the best. */
    void allowed(boolean mail, boolean call) {
        if (!mail) {
            remove(BY_EMAIL);
        }
        if (!call) {
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

    /** G8: the top three. */
    Found best(Found found) {
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

    /** G1: of several priorities of one action the largest holds. */
    void put(int action, int priority) {
        priorities[action] = Math.max(priorities[action], priority);
    }
}
