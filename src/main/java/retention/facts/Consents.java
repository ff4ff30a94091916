package retention.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customer allowed. */
public final class Consents extends Facts<Consent, Consents> {

    /** Null when the list was not sent. */
    public Consents(@Nullable List<Consent> items) {
        super(items);
    }

    @Override
    Consents of(@Nullable List<Consent> items) {
        return new Consents(items);
    }

    /** The newest word counts: a consent given after a withdrawal opens the channel again. */
    @About("yes when the channel may be used for the purpose today; not known is no")
    public boolean allow(Channel channel, Purpose purpose) {
        LocalDate withdrawn = lastWithdrawn(channel, purpose);
        return where(c -> c.opens(channel, purpose) && c.givenAfter(withdrawn)).any();
    }

    @About("yes when the customer took back the channel for the purpose and has not given it anew")
    public boolean refuse(Channel channel, Purpose purpose) {
        return where(c -> c.withdraws(channel, purpose)).any() && !allow(channel, purpose);
    }

    private @Nullable LocalDate lastWithdrawn(Channel channel, Purpose purpose) {
        LocalDate last = null;
        for (Consent consent : where(c -> c.withdraws(channel, purpose))) {
            LocalDate day = consent.withdrawnOn();
            if (day != null && (last == null || day.isAfter(last))) {
                last = day;
            }
        }
        return last;
    }
}
