package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import retention.json.Json;
import retention.json.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a YAML file into values with their places. One object for one file. */
final class YamlReader {

    private final RuleFile file;
    private final Collection<Problem> problems;
    private final JsonParser parser;
    private boolean fine = true;
    private int told;

    private YamlReader(RuleFile file, JsonParser parser, Collection<Problem> problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    /** Null when it cannot be read, which has then been reported. */
    static @Nullable Yaml read(RuleFile file, Collection<Problem> problems) {
        try (JsonParser parser = Json.yamlTokens(file.text())) {
            return new YamlReader(file, parser, problems).document();
        } catch (JacksonException wrong) {
            problems.add(YamlSyntax.problem(file, wrong));
            return null;
        }
    }

    private @Nullable Yaml document() {
        if (parser.nextToken() == null) {
            problems.add(Problem.of(Code.EMPTY_FILE, file.shown(), "is empty"));
            return null;
        }
        Yaml yaml = value();
        if (parser.nextToken() != null) {
            report(Code.NOT_YAML, place(), "another document begins here: delete the line of three hyphens above");
        }
        return fine ? yaml : null;
    }

    private Yaml value() {
        Place place = place();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            report(Code.NAMED_PART, place, "write it out here: names with & and * are not understood");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new Yaml(Yaml.Kind.OBJECT, "", place, fields(), List.of());
        }
        if (token == JsonToken.START_ARRAY) {
            return new Yaml(Yaml.Kind.LIST, "", place, List.of(), items());
        }
        Yaml.Kind kind = token == JsonToken.VALUE_NULL
                ? Yaml.Kind.NOTHING
                : token.isNumeric() ? Yaml.Kind.NUMBER : token.isBoolean() ? Yaml.Kind.YES_OR_NO : Yaml.Kind.TEXT;
        look(kind, place);
        return Yaml.single(kind, Objects.requireNonNullElse(parser.getString(), ""), place);
    }

    /** What YAML reads as its author did not mean it. */
    private void look(Yaml.Kind kind, Place place) {
        String value = Objects.requireNonNullElse(parser.getString(), "");
        if (kind == Yaml.Kind.TEXT && value.indexOf(' ') >= 0 && commentFollows()) {
            report(
                    Code.CUT_OFF,
                    place,
                    "what stands behind # is lost: put the whole text in quotes, or the comment on a line of its own");
        }
        String odd = kind == Yaml.Kind.NUMBER ? OddNumbers.thousands(value) : null;
        if (odd != null) {
            problems.add(file.problem(Code.ODD_NUMBER, place.line(), place.column(), odd));
        }
    }

    /** Whether a comment stands right behind what was read last. */
    private boolean commentFollows() {
        int at = (int) parser.currentLocation().getCharOffset();
        String text = file.text();
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && at > 0 && text.charAt(at) == '#' && text.charAt(at - 1) == ' ';
    }

    private List<Yaml.Field> fields() {
        var fields = new ArrayList<Yaml.Field>();
        Map<String, Place> first = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place place = place();
            Place earlier = first.putIfAbsent(key, place);
            if (earlier != null) {
                report(Code.TWICE, place, key + ": stands here twice; the first one is in line " + earlier.line());
            }
            parser.nextToken();
            fields.add(new Yaml.Field(key, place, value()));
        }
        return fields;
    }

    private List<Yaml> items() {
        var items = new ArrayList<Yaml>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }

    private Place place() {
        return new Place(
                parser.currentTokenLocation().getLineNr(),
                parser.currentTokenLocation().getColumnNr());
    }

    private void report(Code code, Place place, String message) {
        fine = false;
        if (++told <= Syntax.MOST) {
            problems.add(file.problem(code, place.line(), place.column(), message));
        }
    }
}
