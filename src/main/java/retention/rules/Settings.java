package retention.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.advice.Scale;
import retention.advice.Scales;
import retention.json.Json;
import retention.json.Place;
import retention.json.Problems;
import tools.jackson.core.JacksonException;

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
    private final Map<String, Yaml> trees = new HashMap<>();
    private final Map<String, Integer> told = new HashMap<>();

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
            report(file, Fault.of(Code.SCALE, "at least one weight must be above 0", "trust", "weight"));
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
    <T extends Record> @Nullable T read(RuleFile file, Class<T> type) {
        Yaml yaml = YamlReader.read(file, problems);
        if (yaml == null) {
            return null;
        }
        trees.put(file.name(), yaml);
        if (!Form.fits(yaml, type, file, problems)) {
            return null;
        }
        try {
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

    /** The line of what stands at the end of a path in a file that has been read. */
    int line(RuleFile file, List<String> path) {
        Yaml yaml = trees.get(file.name());
        return yaml == null ? 0 : yaml.at(path).line();
    }

    /** Reports a fault of a file that has been read, at its place. */
    void report(RuleFile file, Fault fault) {
        Yaml yaml = trees.get(file.name());
        if (told.merge(file.name(), 1, Integer::sum) > Syntax.MOST) {
            return;
        }
        Place place = yaml == null ? new Place(0, 0) : yaml.at(fault.path());
        problems.add(file.problem(fault.code(), place.line(), place.column(), fault.message()));
    }

    private @Nullable Scale scale(RuleFile file, String name, @Nullable ScaleText text) {
        if (text == null) {
            report(
                    file,
                    Fault.of(Code.MISSING_ENTRY, name + " is missing, with base, lowBelow, highFrom and weight", name));
            return null;
        }
        boolean base = needs(file, name, "base", text.base, "where every customer starts");
        boolean low = needs(file, name, "lowBelow", text.lowBelow, "below it the score is low");
        boolean high = needs(file, name, "highFrom", text.highFrom, "from there it is high");
        boolean weight = needs(file, name, "weight", text.weight, "how much it counts in the risk of leaving");
        return base && low && high && weight ? ordered(file, name, text) : null;
    }

    private boolean needs(RuleFile file, String name, String key, @Nullable Integer value, String meaning) {
        int highest = key.equals("weight") ? Integer.MAX_VALUE : HIGHEST;
        if (value == null) {
            report(file, Fault.of(Code.MISSING_ENTRY, name + ": " + key + " is missing: " + meaning, name, key));
        } else if (value < 0 || value > highest) {
            String range = highest == HIGHEST ? "from 0 to 100" : "0 or more";
            report(file, Fault.of(Code.SCALE, name + ": " + key + " must be " + range, name, key));
        }
        return value != null && value >= 0 && value <= highest;
    }

    @SuppressWarnings("NullAway") // needs() has looked
    private @Nullable Scale ordered(RuleFile file, String name, ScaleText text) {
        if (text.lowBelow > text.highFrom) {
            report(
                    file,
                    Fault.of(
                            Code.SCALE,
                            name + ": lowBelow must not be above highFrom, which is " + text.highFrom,
                            name,
                            "lowBelow"));
            return null;
        }
        return new Scale(text.base, text.lowBelow, text.highFrom, text.weight);
    }
}
