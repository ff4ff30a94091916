package retention.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customer brought to us. */
public final class ServiceCases extends Facts<ServiceCase, ServiceCases> {

    /** Null when the list was not sent. */
    public ServiceCases(@Nullable List<ServiceCase> items) {
        super(items);
    }

    @Override
    ServiceCases of(@Nullable List<ServiceCase> items) {
        return new ServiceCases(items);
    }

    @About("those that are complaints")
    public ServiceCases complaints() {
        return where(c -> c.kind() == CaseKind.COMPLAINT);
    }

    @About("those that are questions")
    public ServiceCases questions() {
        return where(c -> c.kind() == CaseKind.QUESTION);
    }

    @About("those about goods that go back")
    public ServiceCases returns() {
        return where(c -> c.kind() == CaseKind.RETURN);
    }

    @About("those about how data is used")
    public ServiceCases privacy() {
        return where(c -> c.kind() == CaseKind.PRIVACY);
    }

    @About("those about suspected fraud")
    public ServiceCases fraud() {
        return where(c -> c.kind() == CaseKind.FRAUD);
    }

    @About("those about bills")
    public ServiceCases billing() {
        return where(c -> c.kind() == CaseKind.BILLING);
    }

    @About("those not settled")
    public ServiceCases open() {
        return whereTrue(ServiceCase::open);
    }

    @About("those settled")
    public ServiceCases resolved() {
        return where(c -> !c.open());
    }

    @About("those not settled for more than so many days")
    public ServiceCases openLongerThan(int days) {
        return open().olderThan(days);
    }

    @About("those nobody has answered for more than so many days")
    public ServiceCases unansweredLongerThan(int days) {
        return whereTrue(ServiceCase::unanswered).olderThan(days);
    }

    @About("those settled in the last so many days")
    public ServiceCases resolvedInLast(int days) {
        return whereAtLeast(0, ServiceCase::daysSinceResolved).whereAtMost(days, ServiceCase::daysSinceResolved);
    }

    @About("those for which the customer had to get in touch at least so many times")
    public ServiceCases withContacts(int times) {
        return whereAtLeast(times, ServiceCase::numberOfContacts);
    }

    @About(value = "how often the customer had to get in touch about the one that took most", least = 0)
    public @Nullable Integer mostContacts() {
        return largest(ServiceCase::numberOfContacts);
    }

    @About(value = "the points for their handling together; not known when none has any", least = 1)
    public @Nullable Integer totalScore() {
        return total(ServiceCase::score);
    }

    @About("those about how somebody behaved")
    public ServiceCases aboutConduct() {
        return whereTrue(ServiceCase::aboutConduct);
    }

    @About("those our site could have answered, or that came when nobody was there")
    public ServiceCases selfServable() {
        return where(c -> Boolean.TRUE.equals(c.selfServiceCouldAnswer()) || Boolean.TRUE.equals(c.outOfHours()));
    }

    @About("those for which we promised an answer and did not keep it")
    public ServiceCases promiseBroken() {
        return whereTrue(ServiceCase::promiseBroken);
    }

    @About("those whose handling got at least so many points")
    public ServiceCases scoredAtLeast(int score) {
        return whereAtLeast(score, ServiceCase::score);
    }

    @About("those whose handling got at most so many points")
    public ServiceCases scoredAtMost(int score) {
        return whereAtMost(score, ServiceCase::score);
    }
}
