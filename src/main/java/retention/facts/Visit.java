package retention.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One visit to our site or app. */
@About("One visit to our site or app.")
public record Visit(
        @About("the day of the visit") @Nullable LocalDate visitedOn,

        @About("mean time a page took, in milliseconds") @Nullable
        Integer pageLoadMillis,

        @About("errors the customer saw") @Nullable Integer errors,
        @About("whether a check-out was left") @Nullable Boolean abandonedCheckout,
        @About("where it was left") @Nullable CheckoutStep abandonedAt,
        @About("whether a payment was declined") @Nullable Boolean paymentDeclined,

        @About("whether the customer doubted that paying is safe") @Nullable
        Boolean paymentDoubted,

        @About("searches that found nothing") @Nullable Integer searchesWithoutResult,
        @About("products looked at") @Nullable List<String> productsViewed,

        @About("whether pages about cancelling were read") @Nullable
        Boolean viewedCancelling,

        @About("whether pages about prices were read") @Nullable
        Boolean viewedPrices,

        AsOf asOf)
        implements Dated {

    /** Copies the products. */
    public Visit {
        productsViewed = productsViewed == null ? null : List.copyOf(productsViewed);
    }

    @Override
    @About("days since then")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(visitedOn);
    }
}
