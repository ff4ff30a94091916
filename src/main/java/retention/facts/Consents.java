package retention.facts;

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

    @About("yes when the channel may be used for the purpose today; not known is no")
    public boolean allow(Channel channel, Purpose purpose) {
        return where(c -> c.channel() == channel && c.purpose() == purpose && c.valid())
                        .any()
                && !refuse(channel, purpose);
    }

    @About("yes when the customer took back the channel for the purpose")
    public boolean refuse(Channel channel, Purpose purpose) {
        return where(c -> c.channel() == channel && c.purpose() == purpose && c.refused())
                .any();
    }
}
