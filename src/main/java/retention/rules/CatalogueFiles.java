package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Catalogue;
import retention.json.DidYouMean;
import retention.policy.Weighing;

/** Reads the catalogue: {@code actions.yaml}, and the files of the folder {@code actions} when it has grown. */
final class CatalogueFiles {

    /** One file as written; only {@code actions.yaml} names the two roles. */
    private record Text(
            @Nullable String fallback,
            @Nullable String wayOut,
            @Nullable Map<String, ActionText> actions) {}

    /** Between shorter words, two letters make another word. */
    private static final int SHORT = 6;

    private final RuleFolder folder;
    private final Settings settings;
    private final Weighing weighing;
    private final Map<String, RuleFile> places = new HashMap<>();
    private final Map<String, ActionText> written = new TreeMap<>();

    CatalogueFiles(RuleFolder folder, Settings settings, Weighing weighing) {
        this.folder = folder;
        this.settings = settings;
        this.weighing = weighing;
    }

    /** The catalogue; null when it has problems, which have then been reported. */
    @Nullable
    Catalogue read() {
        RuleFile main = settings.file(RuleFolder.ACTIONS);
        Text text = main == null ? null : settings.read(main, Text.class);
        boolean whole = text != null && add(Objects.requireNonNull(main), text);
        for (RuleFile file : folder.actionFiles()) {
            Text more = settings.read(file, Text.class);
            whole &= more != null && alone(file, more) && add(file, more);
        }
        Map<String, Action> actions = actions(text == null ? null : text.wayOut);
        if (main == null || text == null || !whole) {
            return null; // what hangs on an action with a mistake cannot be judged
        }
        String fallback = named(main, "fallback", text.fallback, ActionKind.TASK);
        String wayOut = named(main, "wayOut", text.wayOut, ActionKind.SERVICE);
        if (fallback == null || wayOut == null || actions.size() < written.size()) {
            return null;
        }
        return new Catalogue(
                actions, Objects.requireNonNull(actions.get(fallback)), Objects.requireNonNull(actions.get(wayOut)));
    }

    /** The actions without a mistake; the mistakes of the others are reported. */
    private Map<String, Action> actions(@Nullable String wayOut) {
        var actions = new TreeMap<String, Action>();
        var internal = new InternalNames(written.keySet());
        written.forEach((code, action) -> {
            RuleFile file = Objects.requireNonNull(places.get(code));
            List<Fault> faults = new ArrayList<>(action.faults(code, weighing));
            faults.addAll(code.equals(wayOut) ? WayOut.faults(action) : List.of());
            faults.addAll(internal.faults(action.text()));
            faults.forEach(fault -> settings.report(file, told(code, fault)));
            if (faults.stream().allMatch(fault -> fault.code().warning())) {
                actions.put(code, action.action(code, weighing));
            }
        });
        owners(actions.values());
        return actions;
    }

    /** An owner of one action alone who is called nearly like another is likely to be that other one. */
    private void owners(Collection<Action> actions) {
        var owned = new TreeMap<String, List<String>>();
        actions.forEach(action ->
                owned.computeIfAbsent(action.owner(), none -> new ArrayList<>()).add(action.code()));
        owned.forEach((owner, codes) -> {
            String other = codes.size() > 1 ? null : alike(owner, owned.keySet());
            if (other != null) {
                String code = codes.get(0);
                String why = code + ": \"" + owner + "\" carries out this action alone: is that \"" + other + "\"?";
                settings.report(
                        Objects.requireNonNull(places.get(code)),
                        Fault.of(Code.LONE_OWNER, why, "actions", code, "owner"));
            }
        });
    }

    private static @Nullable String alike(String owner, Set<String> owners) {
        Set<String> others = new TreeSet<>(owners);
        others.remove(owner);
        String low = owner.toLowerCase(Locale.ROOT);
        return others.stream()
                .filter(other -> low.contains(other.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> owner.length() < SHORT ? Optional.empty() : DidYouMean.nearest(owner, others))
                .orElse(null);
    }

    private static Fault told(String code, Fault fault) {
        return new Fault(fault.code(), fault.path(), code + ": " + fault.message()).below("actions", code);
    }

    private boolean alone(RuleFile file, Text text) {
        boolean roles = text.fallback != null || text.wayOut != null;
        if (roles) {
            String role = text.fallback != null ? "fallback" : "wayOut";
            String why = role + ": belongs in " + RuleFolder.ACTIONS + ", where it stands once for all";
            settings.report(file, Fault.of(Code.ROLE, why, role));
        }
        return !roles;
    }

    private boolean add(RuleFile file, Text text) {
        if (text.actions == null) {
            settings.report(
                    file, Fault.of(Code.MISSING_ENTRY, "actions: is missing: the actions stand below it", "actions"));
            return false;
        }
        boolean fine = true;
        for (var action : text.actions.entrySet()) {
            RuleFile first = places.putIfAbsent(action.getKey(), file);
            if (first != null) {
                String why = action.getKey() + ": stands in " + first.shown() + " already";
                settings.report(file, Fault.of(Code.TWICE, why, "actions", action.getKey()));
                fine = false;
            } else {
                written.put(action.getKey(), ActionText.orEmpty(action.getValue()));
            }
        }
        return fine;
    }

    /** The code in one of the two roles; null when it will not do, which has then been reported. */
    private @Nullable String named(RuleFile file, String role, @Nullable String code, ActionKind kind) {
        if (code == null) {
            String how = role + ": is missing: name the action, as in " + role + ": LEAVE_ALONE";
            settings.report(file, Fault.of(Code.MISSING_ENTRY, how, role));
            return null;
        }
        ActionText action = written.get(code);
        if (action == null) {
            String why = role + ": names no action: " + code + DidYouMean.hint(code, written.keySet());
            settings.report(file, Fault.of(Code.ROLE, why, role));
            return null;
        }
        if (action.kind() != null && action.kind() != kind) {
            String why = role + ": must be of kind " + kind.name().toLowerCase(Locale.ROOT);
            settings.report(file, Fault.of(Code.ROLE, why, role));
            return null;
        }
        return code;
    }
}
