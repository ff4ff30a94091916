package retention.rules;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retention.advice.Scale;
import retention.advice.Scales;
import retention.json.Json;
import retention.json.Place;
import retention.json.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads the YAML files of the rule folder, and the scales of the scores among them. */
final class Settings {

    private static final int HIGHEST = 100;

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

    /** The scales; null when they have problems, which have then been reported. */
    @Nullable
    Scales scales() {
        RuleFile file = file(RuleFolder.SCORES);
        ScoresText text = file == null ? null : read(file, ScoresText.class);
        if (file == null || text == null) {
            return null;
        }
        Scale trust = scale(file, "trust", text.trust);
        Scale satisfaction = scale(file, "satisfaction", text.satisfaction);
        Scale switchingCost = scale(file, "switchingCost", text.switchingCost);
        if (trust == null || satisfaction == null || switchingCost == null) {
            return null;
        }
        if (trust.weight() + satisfaction.weight() + switchingCost.weight() <= 0) {
            report(Code.SCALE, file, "weight", "at least one weight must be above 0");
        }
        return new Scales(trust, satisfaction, switchingCost);
    }

    /** A file that must be there; null when it is not, which has then been reported. */
    @Nullable
    RuleFile file(String name) {
        RuleFile file = folder.file(name).orElse(null);
        if (file == null) {
            problems.add(Problem.of(Code.MISSING_FILE, folder.shown() + "/" + name, "is missing"));
        }
        return file;
    }

    /** The file bound strictly to a record; null when it cannot be, which has then been reported. */
    <T> @Nullable T read(RuleFile file, Class<T> type) {
        try {
            if (named(file)) {
                return null;
            }
            T text = Json.yaml().readValue(file.text(), type);
            if (text == null) {
                problems.add(Problem.of(Code.EMPTY_FILE, file.shown(), "is empty"));
            }
            return text;
        } catch (JacksonException wrong) {
            Place place = Problems.place(wrong, file.text());
            problems.add(file.problem(
                    Code.ENTRY,
                    place.line(),
                    place.column(),
                    Problems.explain(wrong).words()));
            return null;
        }
    }

    /** Whether a part is named with {@code &} and used again with {@code *}, which reading would take for the bare name. */
    private boolean named(RuleFile file) {
        try (JsonParser parser = Json.yaml().createParser(file.text())) {
            while (parser.nextToken() != null) {
                if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                    TokenStreamLocation at = parser.currentTokenLocation();
                    problems.add(file.problem(
                            Code.NAMED_PART,
                            at.getLineNr(),
                            at.getColumnNr(),
                            "write it out here: names with & and * are not understood"));
                    return true;
                }
            }
            return false;
        }
    }

    /** A problem of what stands under a key, where the key stands. */
    void report(Code code, RuleFile file, String key, String message) {
        int offset = Pattern.compile("(?m)^\\s*" + Pattern.quote(key) + "\\s*:")
                .matcher(file.text())
                .results()
                .findFirst()
                .map(found -> found.end() - key.length() - 1)
                .orElse(0);
        problems.add(file.problem(code, offset, key + ": " + message));
    }

    private @Nullable Scale scale(RuleFile file, String name, @Nullable ScaleText text) {
        if (text == null
                || text.base == null
                || text.lowBelow == null
                || text.highFrom == null
                || text.weight == null) {
            report(Code.MISSING_ENTRY, file, name, "needs base, lowBelow, highFrom and weight");
            return null;
        }
        boolean ordered = 0 <= text.lowBelow && text.lowBelow <= text.highFrom && text.highFrom <= HIGHEST;
        if (!ordered || text.base < 0 || text.base > HIGHEST || text.weight < 0) {
            report(
                    Code.SCALE,
                    file,
                    name,
                    "needs 0 <= lowBelow <= highFrom <= 100, a base from 0 to 100, a weight from 0");
            return null;
        }
        return new Scale(text.base, text.lowBelow, text.highFrom, text.weight);
    }
}
