package retention.bench;

import java.time.LocalDate;
import retention.facts.Channel;
import retention.facts.Consent;
import retention.facts.Contact;
import retention.facts.Customer;
import retention.facts.DepartureKind;
import retention.facts.DepartureSign;
import retention.facts.Purpose;

/**
 * What {@link Hand} asks of the short lists: what the customer allows, was offered and looked at elsewhere; and how far
 * days lie apart. Not thread-safe.
 */
@SuppressWarnings("NullAway") // every fact that the workload names is there
final class HandConsents {

    boolean mail;
    boolean call;
    boolean profile;

    /** Looks up what this customer allows. */
    void read(Customer customer) {
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
        mail = email;
        call = phone;
        this.profile = profile;
    }

    /** Whether they have a competitor's quote. */
    static boolean quoted(Customer customer) {
        for (DepartureSign sign : customer.departureSigns()) {
            if (sign.kind() == DepartureKind.COMPETITOR_QUOTE) {
                return true;
            }
        }
        return false;
    }

    /** Offers after a day. */
    static int offers(Customer customer, LocalDate month) {
        int offers = 0;
        for (Contact contact : customer.contacts()) {
            offers += contact.sentOn().isAfter(month) ? 1 : 0;
        }
        return offers;
    }

    /** Days from one day to another, 0 or less when it lies before. */
    static int days(LocalDate from, LocalDate to) {
        if (to.getYear() == from.getYear() && to.getMonthValue() == from.getMonthValue()) {
            return to.getDayOfMonth() - from.getDayOfMonth();
        }
        return to.isAfter(from) ? (int) (to.toEpochDay() - from.toEpochDay()) : 0;
    }

    /** Whole months until a day. */
    static int months(LocalDate since, LocalDate day) {
        int months = 12 * (day.getYear() - since.getYear()) + day.getMonthValue() - since.getMonthValue();
        return day.getDayOfMonth() < since.getDayOfMonth() ? months - 1 : months;
    }
}
