package retention.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Catalogue;
import retention.json.DidYouMean;
import retention.policy.ContactPolicy;
import retention.policy.Counts;
import retention.policy.Holdout;
import retention.policy.Jurisdiction;
import retention.policy.Limit;
import retention.policy.PrivacyGate;
import retention.policy.Suppression;
import retention.rules.PolicyText.HoldoutText;
import retention.rules.PolicyText.LimitText;
import retention.rules.PolicyText.SuppressionText;

/**
 * Reads {@code contact-policy.yaml}. What a folder's file leaves out is as in the strict one that is built in; a folder
 * without the file has that one as a whole.
 */
final class PolicyReader {

    private static final String BUILT_IN = "/retention/rules/contact-policy.yaml";
    private static final int LONGEST = 3650;
    private static final int MOST = 1000;
    private static final int HUNDRED = 100;

    private final PolicyEntries entries;
    private final @Nullable Catalogue catalogue;
    private final Set<String> protectable;

    private PolicyReader(PolicyEntries entries, @Nullable Catalogue catalogue, Set<String> protectable) {
        this.entries = entries;
        this.catalogue = catalogue;
        this.protectable = protectable;
    }

    /** Null when the folder's file has problems, which have then been reported; without a catalogue its names are not checked. */
    static @Nullable ContactPolicy read(
            RuleFolder folder, Settings settings, @Nullable Catalogue catalogue, Map<String, Declared> declared) {
        RuleFile file = folder.file(RuleFolder.CONTACT_POLICY).orElse(null);
        Set<String> protectable = ProtectedField.names(declared);
        return file == null ? BuiltIn.POLICY : read(file, settings, catalogue, protectable, BuiltIn.POLICY);
    }

    private static @Nullable ContactPolicy read(
            RuleFile file,
            Settings settings,
            @Nullable Catalogue catalogue,
            Set<String> protectable,
            @Nullable ContactPolicy otherwise) {
        PolicyText text = settings.read(file, PolicyText.class);
        if (text == null) {
            return null;
        }
        var entries = new PolicyEntries(file, settings);
        ContactPolicy policy = new PolicyReader(entries, catalogue, protectable).policy(text, otherwise);
        return entries.fine() ? policy : null;
    }

    /** Read when it is needed first, and the same for every folder. */
    private static final class BuiltIn {
        static final ContactPolicy POLICY = builtIn();
    }

    private static ContactPolicy builtIn() {
        var problems = new TreeSet<Problem>();
        var file = new RuleFile("built in", "the built-in contact-policy.yaml", resource());
        var folder = new RuleFolder("built in", List.of(file), "");
        ContactPolicy policy = read(file, new Settings(folder, problems), null, ProtectedField.names(Map.of()), null);
        if (policy == null) {
            throw new IllegalStateException(problems.toString()); // a test reads it
        }
        return policy;
    }

    private static String resource() {
        try (InputStream in = PolicyReader.class.getResourceAsStream(BUILT_IN)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ContactPolicy policy(PolicyText text, @Nullable ContactPolicy otherwise) {
        List<Jurisdiction> rows = new ArrayList<>();
        if (text.jurisdictions() != null) {
            rows.addAll(new JurisdictionReader(entries).rows(text.jurisdictions()));
        }
        if (otherwise != null && rows.stream().noneMatch(row -> row.name().equals(Jurisdiction.DEFAULT))) {
            rows.addAll(otherwise.jurisdictions());
        }
        return new ContactPolicy(
                text.limits() == null && otherwise != null ? otherwise.limits() : limits(text.limits()),
                text.whenContactsUnknown() != null
                        ? text.whenContactsUnknown()
                        : otherwise == null ? ContactPolicy.WhenUnknown.BLOCK : otherwise.whenContactsUnknown(),
                text.suppression() == null && otherwise != null
                        ? otherwise.suppression()
                        : suppression(text.suppression()),
                text.profiled() == null && otherwise != null
                        ? otherwise.profiled()
                        : fields("profiled", text.profiled(), PrivacyGate.fields()),
                text.protectedFields() == null && otherwise != null
                        ? otherwise.protectedFields()
                        : fields("protectedFields", text.protectedFields(), protectable),
                text.holdouts() == null && otherwise != null ? otherwise.holdouts() : holdouts(text.holdouts()),
                text.personalPrice() == null && otherwise != null
                        ? otherwise.personalPrice()
                        : tags(text.personalPrice()),
                rows);
    }

    private List<Limit> limits(@Nullable List<@Nullable LimitText> written) {
        var limits = new ArrayList<Limit>();
        for (int i = 0; written != null && i < written.size(); i++) {
            limits.add(limit(Integer.toString(i), Objects.requireNonNullElse(written.get(i), LimitText.NONE)));
        }
        return limits;
    }

    private Limit limit(String at, LimitText limit) {
        int atMost = entries.number(limit.atMost(), 0, MOST, "how many contacts; 0 means none", "limits", at, "atMost");
        int days = entries.number(limit.days(), 1, LONGEST, "within how many days; 1 is today", "limits", at, "days");
        if (limit.kind() != null && limit.kind() != ActionKind.MARKETING) {
            String why = "kind: only marketing is limited: a service message is never held back";
            entries.report(Code.SUBJECT, why, "limits", at, "kind");
        }
        action(limit.action(), "limits", at, "action");
        tag(limit.tag(), "limits", at, "tag");
        return new Limit(
                atMost,
                days,
                limit.channel(),
                limit.action(),
                limit.tag(),
                Objects.requireNonNullElse(limit.counts(), Counts.SENT),
                entries.reference(limit.reference(), "limits", at));
    }

    private void action(@Nullable String code, String... path) {
        if (catalogue == null
                || !entries.known("action", code, catalogue.actions().keySet(), path)) {
            return;
        }
        if (catalogue.action(Objects.requireNonNull(code)).kind() != ActionKind.MARKETING) {
            entries.report(Code.SUBJECT, code + ": is no marketing: a service message is never held back", path);
        }
    }

    private void tag(@Nullable String tag, String... path) {
        if (catalogue != null) {
            entries.known("tag", tag, catalogue.tags(), path);
        }
    }

    private List<Suppression> suppression(@Nullable List<@Nullable SuppressionText> written) {
        var all = new ArrayList<Suppression>();
        for (int i = 0; written != null && i < written.size(); i++) {
            String at = Integer.toString(i);
            SuppressionText one = Objects.requireNonNullElse(written.get(i), SuppressionText.NONE);
            boolean after = entries.there(one.after(), "ignored, rejected or complained", "suppression", at, "after");
            boolean pauses = entries.there(one.pauses(), "action, channel or marketing", "suppression", at, "pauses");
            int times = entries.number(one.times(), 1, MOST, "how often", "suppression", at, "times");
            int within = entries.number(
                    one.withinDays(), 1, LONGEST, "within how many days", "suppression", at, "withinDays");
            int pause = entries.number(one.pauseDays(), 1, LONGEST, "days of rest", "suppression", at, "pauseDays");
            if (after && pauses) {
                all.add(new Suppression(
                        Objects.requireNonNull(one.after()),
                        times,
                        within,
                        pause,
                        Objects.requireNonNull(one.pauses()),
                        entries.reference(one.reference(), "suppression", at)));
            }
        }
        return all;
    }

    private List<String> fields(String key, @Nullable List<@Nullable String> written, Set<String> known) {
        var fields = new TreeSet<String>();
        for (int i = 0; written != null && i < written.size(); i++) {
            String at = Integer.toString(i);
            String field = entries.words(written.get(i), "a field of the customer", key, at);
            if (known.contains(field)) {
                fields.add(field);
            } else if (!field.isEmpty()) {
                String why = field + ": is no field of the customer, or none that may stand here";
                entries.report(Code.SUBJECT, why + DidYouMean.hint(field, known), key, at);
            }
        }
        return List.copyOf(fields);
    }

    private List<String> tags(@Nullable List<@Nullable String> written) {
        var tags = new ArrayList<String>();
        for (int i = 0; written != null && i < written.size(); i++) {
            String at = Integer.toString(i);
            String tag = entries.words(written.get(i), "a tag of the catalogue", "personalPrice", at);
            tag(tag, "personalPrice", at);
            tags.add(tag);
        }
        return tags;
    }

    private List<Holdout> holdouts(@Nullable List<@Nullable HoldoutText> written) {
        var holdouts = new ArrayList<Holdout>();
        var names = new HashSet<String>();
        for (int i = 0; written != null && i < written.size(); i++) {
            String at = Integer.toString(i);
            HoldoutText one = Objects.requireNonNullElse(written.get(i), HoldoutText.NONE);
            String name = entries.words(one.name(), "customers are drawn by it", "holdouts", at, "name");
            if (!name.isEmpty() && !names.add(name)) {
                entries.report(Code.TWICE, name + ": is the name of another holdout", "holdouts", at, "name");
            }
            if (catalogue != null) {
                entries.known("group", one.group(), groups(catalogue.actions()), "holdouts", at, "group");
            }
            tag(one.tag(), "holdouts", at, "tag");
            int share = basisPoints(one.percent(), at);
            holdouts.add(new Holdout(name, share, one.group(), one.tag(), entries.reference(null, "holdouts", at)));
        }
        return holdouts;
    }

    private static Collection<String> groups(Map<String, Action> actions) {
        return actions.values().stream()
                .map(Action::group)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private int basisPoints(@Nullable Double percent, String at) {
        String meaning = "the share of the customers, from 0 to 100 with two decimals at most";
        if (percent == null) {
            entries.there(null, meaning, "holdouts", at, "percent");
            return 0;
        }
        if (!(percent >= 0 && percent <= HUNDRED)
                || BigDecimal.valueOf(percent).stripTrailingZeros().scale() > 2) {
            entries.report(Code.LIMIT, "percent must be " + meaning, "holdouts", at, "percent");
            return 0;
        }
        return BigDecimal.valueOf(percent).movePointRight(2).intValueExact();
    }
}
