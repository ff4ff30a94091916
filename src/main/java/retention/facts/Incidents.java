package retention.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the customer through us. */
public final class Incidents extends Facts<Incident, Incidents> {

    /** Null when the list was not sent. */
    public Incidents(@Nullable List<Incident> items) {
        super(items);
    }

    @Override
    Incidents of(@Nullable List<Incident> items) {
        return new Incidents(items);
    }

    @About("outages")
    public Incidents outages() {
        return where(i -> i.kind() == IncidentKind.OUTAGE);
    }

    @About("exposed data")
    public Incidents privacyBreaches() {
        return where(i -> i.kind() == IncidentKind.PRIVACY_BREACH);
    }

    @About("money lost to fraud")
    public Incidents fraudLosses() {
        return where(i -> i.kind() == IncidentKind.FRAUD_LOSS);
    }

    @About("wrong bills")
    public Incidents wrongBills() {
        return where(i -> i.kind() == IncidentKind.WRONG_BILL);
    }

    @About("recalled products")
    public Incidents recalls() {
        return where(i -> i.kind() == IncidentKind.RECALL);
    }

    @About("those known not to be made good")
    public Incidents uncompensated() {
        return where(i -> Boolean.FALSE.equals(i.compensated()));
    }
}
