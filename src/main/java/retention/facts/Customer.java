package retention.facts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything known about one customer on one day. */
@About("Everything known about one customer on one day.")
public record Customer(
        @About("the customer's number; the only fact that must be there")
        String id,

        @About("the day to decide for; today (UTC) when left out")
        AsOf asOf,

        @About("the first day as a customer") @Nullable LocalDate since,
        @About("a person or a company") @Nullable CustomerKind kind,
        @About("what they seek first") @Nullable Segment segment,

        @About("how far the relationship has come") @Nullable
        LifecycleStage lifecycleStage,

        @About("what they are worth to us from here on, in the company's currency") @Nullable
        Double lifetimeValue,

        @About(value = "percent of our customers who are worth less to us", least = 0, most = 100) @Nullable
        Integer valuePercentile,

        @About("how they were won") @Nullable AcquisitionSource acquiredThrough,

        @About("what winning them cost, in the company's currency") @Nullable
        Double acquisitionCost,

        @About("what we earned on them so far, in the company's currency") @Nullable
        Double marginToDate,

        @About(value = "percent of their spending in our field that comes to us", least = 0, most = 100) @Nullable
        Integer shareOfWalletPercent,

        @About("the channel they like best") @Nullable Channel preferredChannel,

        @About("whose law applies: EU, CN, US-CA ...") @Nullable
        String jurisdiction,

        @About("language to write in: en or zh") @Nullable String language,

        @About(value = "month of the birthday, 1 to 12", least = 1, most = 12) @Nullable
        Integer birthdayMonth,

        @About("what they allowed us; not known counts as no")
        Consents consents,

        @About("whether they object to marketing altogether") @Nullable
        Boolean objectsToMarketing,

        @About("the running contract") Contract contract,
        @About("orders") Orders orders,
        @About("matters they brought to us") ServiceCases serviceCases,
        @About("surveys and reviews") Surveys surveys,
        @About("visits to our site or app") Visits visits,

        @About("how much they use us, against their own habit")
        Usage usage,

        @About("what happened to them through us") Incidents incidents,
        @About("the account in the loyalty programme") LoyaltyAccount loyaltyAccount,
        @About("what ties us together") Relationship relationship,
        @About("what we sent or offered before") Contacts contacts,
        @About("a product they are about to buy") Intention intention,
        @About("signs that they may leave") DepartureSigns departureSigns,

        @About("facts of your own, by the name they are declared with in a rule file")
        Map<String, List<Map<String, Object>>> extensions) {

    /** Lists and facts that were not sent become unknown ones, so that rules can ask without testing for null. */
    public Customer {
        Range.check("birthdayMonth", birthdayMonth, 1, 12);
        Range.check("valuePercentile", valuePercentile, 0, 100);
        Range.check("shareOfWalletPercent", shareOfWalletPercent, 0, 100);
        consents = consents == null ? new Consents(null) : consents;
        orders = orders == null ? new Orders(null) : orders;
        serviceCases = serviceCases == null ? new ServiceCases(null) : serviceCases;
        surveys = surveys == null ? new Surveys(null) : surveys;
        visits = visits == null ? new Visits(null) : visits;
        incidents = incidents == null ? new Incidents(null) : incidents;
        contacts = contacts == null ? new Contacts(null) : contacts;
        departureSigns = departureSigns == null ? new DepartureSigns(null) : departureSigns;
        contract = contract == null ? Contract.unknown(asOf) : contract;
        usage = usage == null ? Usage.unknown(asOf) : usage;
        loyaltyAccount = loyaltyAccount == null ? LoyaltyAccount.unknown(asOf) : loyaltyAccount;
        relationship = relationship == null ? Relationship.unknown(asOf) : relationship;
        intention = intention == null ? Intention.unknown(asOf) : intention;
        extensions = extensions == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(extensions));
    }

    @About(value = "whole months as a customer", least = 0)
    public @Nullable Integer tenureMonths() {
        return asOf.monthsSince(since);
    }

    @About("yes when they asked to cancel and that is not settled")
    public boolean askedToCancel() {
        return departureSigns.cancelRequests().any();
    }
}
