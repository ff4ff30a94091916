package retention.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visits to our site or app. */
public final class Visits extends Facts<Visit, Visits> {

    /** Null when the list was not sent. */
    public Visits(@Nullable List<Visit> items) {
        super(items);
    }

    @Override
    Visits of(@Nullable List<Visit> items) {
        return new Visits(items);
    }

    @About("those that left a check-out")
    public Visits abandonedCheckout() {
        return whereTrue(Visit::abandonedCheckout);
    }

    @About("those that left a check-out when the price or the delivery fee was shown")
    public Visits abandonedOverCost() {
        return where(v -> v.abandonedAt() == CheckoutStep.PRICE || v.abandonedAt() == CheckoutStep.DELIVERY_FEE);
    }

    @About("those in which a payment was declined or its safety doubted")
    public Visits paymentTrouble() {
        return where(v -> Boolean.TRUE.equals(v.paymentDeclined()) || Boolean.TRUE.equals(v.paymentDoubted()));
    }

    @About("those whose pages took at least so many milliseconds")
    public Visits slowerThan(int millis) {
        return whereAtLeast(millis, Visit::pageLoadMillis);
    }

    /** Visits of which that is not known are left out. */
    @About(value = "mean time a page took in all of them, in milliseconds", least = 0)
    public @Nullable Double meanPageLoadMillis() {
        long sum = 0;
        int known = 0;
        for (Visit visit : this) {
            Integer millis = visit.pageLoadMillis();
            if (millis != null) {
                sum += millis;
                known++;
            }
        }
        return known == 0 ? null : (double) sum / known;
    }

    @About("those whose pages took at least so many milliseconds, or that met an error")
    public Visits slowOrFailing(int millis) {
        return where(v -> (v.pageLoadMillis() != null && v.pageLoadMillis() >= millis)
                || (v.errors() != null && v.errors() >= 1));
    }

    @About("those with at least one error")
    public Visits withErrors() {
        return whereAtLeast(1, Visit::errors);
    }

    @About("those with at least so many searches that found nothing")
    public Visits searchingInVain(int searches) {
        return whereAtLeast(searches, Visit::searchesWithoutResult);
    }

    @About("those that read about cancelling")
    public Visits aboutCancelling() {
        return whereTrue(Visit::viewedCancelling);
    }

    @About("those that read about prices")
    public Visits aboutPrices() {
        return whereTrue(Visit::viewedPrices);
    }
}
