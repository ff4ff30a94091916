package retention.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Catalogue;
import retention.json.DidYouMean;

/** Reads the catalogue: {@code actions.yaml}, and the files of the folder {@code actions} when it has grown. */
final class CatalogueFiles {

    /** One file as written; only {@code actions.yaml} names the two roles. */
    private record Text(
            @Nullable String fallback,
            @Nullable String wayOut,
            @Nullable Map<String, ActionText> actions) {}

    private final RuleFolder folder;
    private final Settings settings;
    private final Map<String, RuleFile> places = new HashMap<>();
    private final Map<String, ActionText> written = new TreeMap<>();

    CatalogueFiles(RuleFolder folder, Settings settings) {
        this.folder = folder;
        this.settings = settings;
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
        if (main == null || text == null || !whole) {
            return null; // what hangs on an action with a mistake cannot be judged
        }
        return catalogue(main, text);
    }

    private @Nullable Catalogue catalogue(RuleFile main, Text text) {
        var actions = new TreeMap<String, Action>();
        written.forEach((code, action) -> {
            RuleFile file = Objects.requireNonNull(places.get(code));
            if (action.complete(code, (kind, message) -> settings.report(kind, file, code, message))) {
                actions.put(code, action.action(code));
            }
        });
        String fallback = named(main, "fallback", text.fallback, ActionKind.TASK);
        String wayOut = named(main, "wayOut", text.wayOut, ActionKind.SERVICE);
        if (fallback == null || wayOut == null || actions.size() < written.size()) {
            return null;
        }
        return new Catalogue(
                actions, Objects.requireNonNull(actions.get(fallback)), Objects.requireNonNull(actions.get(wayOut)));
    }

    private boolean alone(RuleFile file, Text text) {
        boolean roles = text.fallback != null || text.wayOut != null;
        if (roles) {
            settings.report(
                    Code.ROLE,
                    file,
                    text.fallback != null ? "fallback" : "wayOut",
                    "belongs in " + RuleFolder.ACTIONS + ", where it stands once for all");
        }
        return !roles;
    }

    private boolean add(RuleFile file, Text text) {
        if (text.actions == null) {
            settings.report(Code.MISSING_ENTRY, file, "actions", "is missing: the actions stand below it");
            return false;
        }
        boolean fine = true;
        for (var action : text.actions.entrySet()) {
            RuleFile first = places.putIfAbsent(action.getKey(), file);
            if (first != null) {
                settings.report(Code.TWICE, file, action.getKey(), "stands in " + first.shown() + " already");
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
            settings.report(
                    Code.MISSING_ENTRY, file, role, "is missing: name the action, as in " + role + ": LEAVE_ALONE");
            return null;
        }
        ActionText action = written.get(code);
        if (action == null) {
            settings.report(
                    Code.ROLE, file, role, "names no action: " + code + DidYouMean.hint(code, written.keySet()));
            return null;
        }
        if (action.kind() != null && action.kind() != kind) {
            settings.report(
                    Code.ROLE, file, role, "must be of kind " + kind.name().toLowerCase(Locale.ROOT));
            return null;
        }
        return code;
    }
}
