package retention.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs that the customer may leave. */
public final class DepartureSigns extends Facts<DepartureSign, DepartureSigns> {

    /** Null when the list was not sent. */
    public DepartureSigns(@Nullable List<DepartureSign> items) {
        super(items);
    }

    @Override
    DepartureSigns of(@Nullable List<DepartureSign> items) {
        return new DepartureSigns(items);
    }

    @About("competitors' quotes")
    public DepartureSigns competitorQuotes() {
        return where(s -> s.kind() == DepartureKind.COMPETITOR_QUOTE);
    }

    @About("price comparisons")
    public DepartureSigns priceComparisons() {
        return where(s -> s.kind() == DepartureKind.PRICE_COMPARISON);
    }

    @About("questions how to cancel")
    public DepartureSigns askedHowToCancel() {
        return where(s -> s.kind() == DepartureKind.ASKED_HOW_TO_CANCEL);
    }

    @About("requests to cancel that are not settled")
    public DepartureSigns cancelRequests() {
        return whereTrue(DepartureSign::cancelRequested);
    }
}
