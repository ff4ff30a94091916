package retention.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we sent or offered before. */
public final class Contacts extends Facts<Contact, Contacts> {

    /** Null when the list was not sent. */
    public Contacts(@Nullable List<Contact> items) {
        super(items);
    }

    @Override
    Contacts of(@Nullable List<Contact> items) {
        return new Contacts(items);
    }

    /** Other systems may write a code in letters of another size. */
    @About("those of one action")
    public Contacts of(String action) {
        return where(c -> c.action() != null && c.action().strip().equalsIgnoreCase(action));
    }

    @About("those without a reaction")
    public Contacts ignored() {
        return where(c -> c.outcome() == Outcome.IGNORED);
    }

    @About("those refused")
    public Contacts rejected() {
        return where(c -> c.outcome() == Outcome.REJECTED);
    }

    @About("those that caused a complaint")
    public Contacts complainedAbout() {
        return where(c -> c.outcome() == Outcome.COMPLAINED);
    }
}
