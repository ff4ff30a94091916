package retention.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.facts.Channel;
import retention.policy.Jurisdiction;
import retention.policy.Needs;
import retention.policy.Term;
import retention.rules.PolicyText.ChannelsText;
import retention.rules.PolicyText.DisclosureText;
import retention.rules.PolicyText.RowText;
import retention.rules.PolicyText.SaveOffersText;
import retention.rules.PolicyText.TermText;

/** Reads the table of jurisdictions in {@code contact-policy.yaml}. One object for one file. */
final class JurisdictionReader {

    private static final String TABLE = "jurisdictions";
    private static final String TERM =
            "write { needs: consent, reference: ... } or { needs: nothing, reference: ... }, the law behind it";

    private final PolicyEntries entries;
    private final Map<String, String> rowOfName = new HashMap<>();

    JurisdictionReader(PolicyEntries entries) {
        this.entries = entries;
    }

    /** The rows, in the order of the file. */
    List<Jurisdiction> rows(Map<String, @Nullable RowText> table) {
        var rows = new ArrayList<Jurisdiction>();
        table.keySet().forEach(name -> claim(name, name, TABLE, name));
        table.forEach((name, row) -> rows.add(row(name, Objects.requireNonNullElse(row, RowText.NONE))));
        return rows;
    }

    private Jurisdiction row(String name, RowText row) {
        return new Jurisdiction(
                name,
                countries(name, row.countries()),
                entries.words(row.objection(), "the law behind an objection to marketing", TABLE, name, "objection"),
                marketing(name, Objects.requireNonNullElse(row.marketing(), ChannelsText.NONE)),
                term(row.profiling(), TABLE, name, "profiling"),
                disclosure(name, row.disclosure()),
                row.disclosure() == null
                        ? null
                        : entries.words(
                                row.disclosure().reference(),
                                "the law that asks for it",
                                TABLE,
                                name,
                                "disclosure",
                                "reference"),
                saveOffers(name, row.saveOffers()),
                row.saveOffers() == null
                        ? ""
                        : entries.words(
                                row.saveOffers().reference(),
                                "the law or the rule behind it",
                                TABLE,
                                name,
                                "saveOffers",
                                "reference"));
    }

    private List<String> countries(String row, @Nullable List<@Nullable String> countries) {
        var names = new ArrayList<String>();
        for (int i = 0; countries != null && i < countries.size(); i++) {
            String at = Integer.toString(i);
            String country = entries.words(countries.get(i), "a country, like DE", TABLE, row, "countries", at);
            if (!country.isEmpty()) {
                claim(country, row, TABLE, row, "countries", at);
                names.add(country);
            }
        }
        return names;
    }

    /** A name leads to one row, whatever its letter case. */
    private void claim(String name, String row, String... path) {
        String earlier = rowOfName.putIfAbsent(name.strip().toUpperCase(Locale.ROOT), row);
        if (earlier != null) {
            entries.report(Code.TWICE, name + ": belongs to " + earlier + " already", path);
        }
    }

    private Map<Channel, Term> marketing(String row, ChannelsText channels) {
        var terms = new EnumMap<Channel, Term>(Channel.class);
        for (Channel channel : Channel.values()) {
            String key = channel.name().toLowerCase(Locale.ROOT);
            terms.put(channel, term(channels.of(channel), TABLE, row, "marketing", key));
        }
        return terms;
    }

    private Term term(@Nullable TermText term, String... path) {
        if (term == null || term.needs() == null) {
            entries.there(null, TERM, path);
            return new Term(Needs.CONSENT, "");
        }
        var below = new ArrayList<>(List.of(path));
        below.add("reference");
        String law = entries.words(term.reference(), "the law behind it", below.toArray(String[]::new));
        return new Term(term.needs(), law);
    }

    private Map<String, String> disclosure(String row, @Nullable DisclosureText disclosure) {
        var texts = new TreeMap<String, String>();
        if (disclosure == null) {
            return texts;
        }
        Map<String, @Nullable String> written = Objects.requireNonNullElse(disclosure.text(), Map.of());
        for (String language : List.of("en", "zh")) {
            String meaning = "the words that go with a price of the customer's own";
            entries.words(written.get(language), meaning, TABLE, row, "disclosure", "text", language);
        }
        written.forEach((language, words) -> {
            if (words != null && words.matches(".*[{}].*")) {
                String how = language + ": these words stand as they are: no value has a place in them";
                entries.report(Code.WORDS, how, TABLE, row, "disclosure", "text", language);
            }
            texts.put(language, words == null ? "" : words.strip());
        });
        return texts;
    }

    private int saveOffers(String row, @Nullable SaveOffersText offers) {
        Integer most = offers == null ? null : offers.atMost();
        String meaning = "attempts to keep a customer for each request to cancel";
        return entries.number(most, 0, 1, meaning, TABLE, row, "saveOffers", "atMost");
    }
}
