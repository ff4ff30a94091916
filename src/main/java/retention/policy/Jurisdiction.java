package retention.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.facts.Channel;

/**
 * What the law of some countries asks for: a row of the table in {@code contact-policy.yaml}.
 *
 * @param countries further names by which a customer's jurisdiction may call it
 * @param objection the law behind an objection to marketing
 * @param marketing what marketing needs, for every channel
 * @param profiling what drawing conclusions from behaviour needs
 * @param disclosure what is said with a personalised price, by language; empty when the law asks for nothing
 * @param disclosureReference the law behind it; null when there is none
 * @param saveOffers attempts to keep a customer for each request to cancel: 0 or 1
 * @param saveOffersReference the law or the rule of decency behind it
 */
public record Jurisdiction(
        String name,
        List<String> countries,
        String objection,
        Map<Channel, Term> marketing,
        Term profiling,
        Map<String, String> disclosure,
        @Nullable String disclosureReference,
        int saveOffers,
        String saveOffersReference) {

    /** The row for everybody whose law is not known: the strictest. */
    public static final String DEFAULT = "default";

    /** Copies the collections. */
    public Jurisdiction {
        countries = List.copyOf(countries);
        marketing = Collections.unmodifiableMap(new EnumMap<>(marketing));
        disclosure = Collections.unmodifiableMap(new TreeMap<>(disclosure));
    }

    /** What marketing by a channel needs. */
    Term marketing(Channel channel) {
        Term term = marketing.get(channel);
        if (term == null) {
            throw new IllegalArgumentException("no term for " + channel); // every row is read with every channel
        }
        return term;
    }
}
