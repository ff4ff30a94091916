package retention.rules;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Catalogue;
import retention.advice.Scale;
import retention.advice.Scales;
import retention.advice.Sentences;
import retention.facts.Channel;
import retention.json.DidYouMean;
import retention.json.Json;
import retention.json.Place;
import retention.json.Problems;
import tools.jackson.core.JacksonException;

/** Reads the YAML files of the rule folder: the catalogue of actions and the scales of the scores. */
final class Settings {

    private static final int HIGHEST = 100;

    /** {@code actions.yaml} as written. */
    private record CatalogueText(
            @Nullable String fallback,
            @Nullable String wayOut,
            @Nullable Map<String, ActionText> actions) {}

    private record ActionText(
            @Nullable String title,
            @Nullable ActionKind kind,
            @Nullable String owner,
            @Nullable List<Channel> channels,
            @Nullable Double cost,
            @Nullable Double value,
            @Nullable String group,
            boolean exitFriction,
            @Nullable Map<String, String> text) {}

    /** {@code scores.yaml} as written. */
    private record ScoresText(
            @Nullable ScaleText trust,
            @Nullable ScaleText satisfaction,
            @Nullable ScaleText switchingCost) {}

    private record ScaleText(
            @Nullable Integer base,
            @Nullable Integer lowBelow,
            @Nullable Integer highFrom,
            @Nullable Integer weight) {}

    private final RuleFolder folder;
    private final Collection<Problem> problems;

    Settings(RuleFolder folder, Collection<Problem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The catalogue; null when it has problems, which have then been reported. */
    @Nullable
    Catalogue catalogue() {
        CatalogueText text = read(RuleFolder.ACTIONS, CatalogueText.class);
        if (text == null || text.actions == null) {
            return null;
        }
        RuleFile file = folder.file(RuleFolder.ACTIONS).orElseThrow();
        var actions = new TreeMap<String, Action>();
        text.actions.forEach((code, action) -> {
            if (complete(file, code, action)) {
                actions.put(code, action(code, action));
            }
        });
        String fallback = named(file, "fallback", text.fallback, ActionKind.TASK, text.actions);
        String wayOut = named(file, "wayOut", text.wayOut, ActionKind.SERVICE, text.actions);
        if (fallback == null || wayOut == null || actions.size() < text.actions.size()) {
            return null; // what hangs on an action with a mistake cannot be judged
        }
        return new Catalogue(
                actions, Objects.requireNonNull(actions.get(fallback)), Objects.requireNonNull(actions.get(wayOut)));
    }

    /** The scales; null when they have problems, which have then been reported. */
    @Nullable
    Scales scales() {
        ScoresText text = read(RuleFolder.SCORES, ScoresText.class);
        if (text == null) {
            return null;
        }
        Scale trust = scale("trust", text.trust);
        Scale satisfaction = scale("satisfaction", text.satisfaction);
        Scale switchingCost = scale("switchingCost", text.switchingCost);
        if (trust == null || satisfaction == null || switchingCost == null) {
            return null;
        }
        if (trust.weight() + satisfaction.weight() + switchingCost.weight() <= 0) {
            report(RuleFolder.SCORES, "weight", "at least one weight must be above 0");
        }
        return new Scales(trust, satisfaction, switchingCost);
    }

    private <T> @Nullable T read(String name, Class<T> type) {
        RuleFile file = folder.file(name).orElse(null);
        if (file == null) {
            problems.add(new Problem(folder.shown() + "/" + name, 0, 0, "is missing"));
            return null;
        }
        try {
            T text = Json.yaml().readValue(file.text(), type);
            if (text == null) {
                problems.add(new Problem(file.shown(), 0, 0, "is empty"));
            }
            return text;
        } catch (JacksonException wrong) {
            problems.add(problem(file, wrong));
            return null;
        }
    }

    private static Problem problem(RuleFile file, JacksonException wrong) {
        Place place = Problems.place(wrong, file.text());
        return new Problem(
                file.shown(),
                place.line(),
                place.column(),
                Problems.explain(wrong).words());
    }

    private boolean complete(RuleFile file, String code, @Nullable ActionText action) {
        int before = problems.size();
        if (action == null || action.title == null || action.kind == null || action.owner == null) {
            report(file, code, "needs a title, a kind (service, task or marketing) and an owner");
            return false;
        }
        if (!code.matches("[A-Z][A-Z0-9_]*")) {
            report(file, code, "a code is written in capitals, like SAY_SORRY");
        }
        if (action.cost == null || action.value == null || action.cost < 0 || action.value < 0) {
            report(file, code, "needs a cost and a value, 0 or more");
        }
        if (action.exitFriction) {
            report(file, code, "makes leaving harder; such an action is never advised (guardrail G4)");
        }
        if (action.kind == ActionKind.TASK) {
            if ((action.channels != null && !action.channels.isEmpty()) || action.text != null) {
                report(file, code, "is a task for our own people: channels and text are for service and marketing");
            }
        } else {
            reachable(file, code, action);
        }
        return problems.size() == before;
    }

    private void reachable(RuleFile file, String code, ActionText action) {
        if (action.channels == null || action.channels.isEmpty()) {
            report(file, code, "reaches the customer, so it needs channels: [email, phone ...]");
        }
        for (String language : List.of("en", "zh")) {
            if (text(action, language).isBlank()) {
                report(file, code, "reaches the customer, so it needs a text in \"" + language + "\"");
            } else if (Sentences.malformed(text(action, language))) {
                report(file, code, "a value in a text is written {name}, without a dollar sign");
            }
        }
    }

    private static String text(ActionText action, String language) {
        String text = action.text == null ? null : action.text.get(language);
        return text == null ? "" : text;
    }

    @SuppressWarnings("NullAway") // complete() has looked
    private static Action action(String code, ActionText text) {
        return new Action(
                code,
                text.title,
                text.kind,
                text.owner,
                text.channels == null ? List.of() : text.channels,
                text.cost,
                text.value,
                text.group,
                text.text == null ? Map.of() : text.text);
    }

    /** The code in one of the two roles; null when it will not do, which has then been reported. */
    private @Nullable String named(
            RuleFile file, String role, @Nullable String code, ActionKind kind, Map<String, ActionText> actions) {
        if (code == null) {
            report(file, role, "is missing: name the action, as in " + role + ": LEAVE_ALONE");
            return null;
        }
        ActionText action = actions.get(code);
        if (action == null) {
            report(file, role, "names no action of this file: " + code + DidYouMean.hint(code, actions.keySet()));
            return null;
        }
        if (action.kind != null && action.kind != kind) {
            report(file, role, "must be of kind " + kind.name().toLowerCase(Locale.ROOT));
            return null;
        }
        return code;
    }

    private @Nullable Scale scale(String name, @Nullable ScaleText text) {
        if (text == null
                || text.base == null
                || text.lowBelow == null
                || text.highFrom == null
                || text.weight == null) {
            report(RuleFolder.SCORES, name, "needs base, lowBelow, highFrom and weight");
            return null;
        }
        boolean ordered = 0 <= text.lowBelow && text.lowBelow <= text.highFrom && text.highFrom <= HIGHEST;
        if (!ordered || text.base < 0 || text.base > HIGHEST || text.weight < 0) {
            report(
                    RuleFolder.SCORES,
                    name,
                    "needs 0 <= lowBelow <= highFrom <= 100, a base from 0 to 100, a weight from 0");
            return null;
        }
        return new Scale(text.base, text.lowBelow, text.highFrom, text.weight);
    }

    private void report(String name, String key, String message) {
        folder.file(name).ifPresent(file -> report(file, key, message));
    }

    private void report(RuleFile file, String key, String message) {
        int offset = Pattern.compile("(?m)^\\s*" + Pattern.quote(key) + "\\s*:")
                .matcher(file.text())
                .results()
                .findFirst()
                .map(found -> found.end() - key.length() - 1)
                .orElse(0);
        problems.add(file.problem(offset, key + ": " + message));
    }
}
