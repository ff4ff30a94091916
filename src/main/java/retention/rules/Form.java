package retention.rules;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.json.DidYouMean;
import retention.json.Place;
import tools.jackson.databind.JsonNode;

/** Checks the values of a YAML file against the record that they are to fill, and reports all that do not fit. One object for one file. */
final class Form {

    /** {@code 5 EUR} or {@code 3,50}. */
    private static final Pattern AMOUNT = Pattern.compile("[^\\d.,-]*(-?\\d+)(?:([.,])(\\d+))?[^\\d.,]*");

    private static final Map<String, String> YES_OR_NO =
            Map.of("yes", "true", "on", "true", "true", "true", "no", "false", "off", "false", "false", "false");

    private final RuleFile file;
    private final Collection<Problem> problems;
    private boolean fine = true;
    private int told;

    private Form(RuleFile file, Collection<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Whether the values fit; what does not has then been reported. */
    static boolean fits(Yaml yaml, Class<? extends Record> type, RuleFile file, Collection<Problem> problems) {
        return fits("", yaml, type, file, problems);
    }

    /** As above, of a part of the file that messages name. */
    static boolean fits(
            String name, Yaml yaml, Class<? extends Record> type, RuleFile file, Collection<Problem> problems) {
        var form = new Form(file, problems);
        form.check(name, yaml, yaml.place(), type, Map.of());
        return form.fine;
    }

    private void check(String name, Yaml yaml, Place key, Type type, Map<String, Type> above) {
        if (yaml.kind() == Yaml.Kind.NOTHING || type == JsonNode.class) {
            return; // that it is missing is told with what it is needed for; what has no form is looked at by others
        }
        if (type instanceof ParameterizedType several) {
            Type item = several.getActualTypeArguments()[several.getActualTypeArguments().length - 1];
            if (several.getRawType() == List.class) {
                list(name, yaml, item, above);
            } else if (object(name, yaml, key)) {
                yaml.fields().forEach(f -> check(f.key(), f.value(), f.place(), item, above));
            }
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            if (object(name, yaml, key)) {
                record(name, yaml, plain, above);
            }
        } else {
            single(name, yaml, (Class<?>) type);
        }
    }

    private boolean object(String name, Yaml yaml, Place key) {
        if (yaml.kind() == Yaml.Kind.OBJECT) {
            return true;
        }
        if (name.isEmpty()) {
            report(Code.ENTRY, yaml.place(), "this file holds entries of the form key: value, and here is none");
        } else {
            report(
                    Code.ENTRY,
                    key,
                    name
                            + ": has entries of its own, indented below it; here is one value. Is it indented too little?");
        }
        return false;
    }

    private void record(String name, Yaml yaml, Class<?> type, Map<String, Type> above) {
        Map<String, Type> known = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName, RecordComponent::getGenericType, (a, b) -> a, LinkedHashMap::new));
        var all = new LinkedHashMap<>(above);
        all.putAll(known);
        for (Yaml.Field field : yaml.fields()) {
            Type expected = known.get(field.key());
            if (expected != null) {
                check(field.key(), field.value(), field.place(), expected, all);
            } else {
                report(
                        Code.UNKNOWN_KEY,
                        field.place(),
                        of(name) + field.key() + " is not known here" + hint(field.key(), known, above));
            }
        }
    }

    private static String hint(String key, Map<String, Type> known, Map<String, Type> above) {
        if (above.containsKey(key)) {
            return ": it belongs further to the left";
        }
        if (known.values().stream().anyMatch(type -> below(type, key))) {
            return ": it belongs further to the right, below what it is part of";
        }
        return DidYouMean.hint(key, known.keySet());
    }

    /** Whether what stands under a key of this type has such a key. */
    private static boolean below(Type type, String key) {
        if (type instanceof ParameterizedType several) {
            Type item = several.getActualTypeArguments()[several.getActualTypeArguments().length - 1];
            boolean code = several.getRawType() == Map.class && item != String.class && key.matches("[A-Z][A-Z0-9_]*");
            return code || below(item, key);
        }
        return type instanceof Class<?> plain
                && plain.isRecord()
                && Arrays.stream(plain.getRecordComponents())
                        .anyMatch(part -> part.getName().equals(key) || below(part.getGenericType(), key));
    }

    private void list(String name, Yaml yaml, Type item, Map<String, Type> above) {
        if (yaml.kind() == Yaml.Kind.LIST) {
            yaml.items().forEach(one -> check(name, one, one.place(), item, above));
        } else {
            String how = yaml.words().isBlank()
                    ? "each item begins with a hyphen and a space"
                    : "write [" + yaml.words().strip() + "]";
            report(Code.WRONG_VALUE, yaml.place(), name + ": must be a list: " + how);
        }
    }

    private void single(String name, Yaml yaml, Class<?> type) {
        String wrong = type == String.class
                ? text(yaml)
                : type.isEnum()
                        ? word(yaml, type)
                        : type == boolean.class ? yesOrNo(yaml) : number(yaml, type == Integer.class);
        if (wrong != null) {
            report(Code.WRONG_VALUE, yaml.place(), name + ": " + wrong);
        }
    }

    private static @Nullable String text(Yaml yaml) {
        if (yaml.kind() == Yaml.Kind.TEXT) {
            return null;
        }
        return yaml.words().isEmpty()
                ? "must be one text, not a list and not entries of its own"
                : "must be a text in quotes: \"" + yaml.words() + "\"";
    }

    private static @Nullable String word(Yaml yaml, Class<?> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(word -> word.toString().toLowerCase(Locale.ROOT))
                .toList();
        String written = yaml.words().toLowerCase(Locale.ROOT);
        List<String> several = List.of(written.strip().split("[;/\\s]+"));
        if (several.size() > 1 && words.containsAll(several)) {
            return "commas stand between them: write " + String.join(", ", several);
        }
        return yaml.kind() == Yaml.Kind.TEXT && words.contains(written)
                ? null
                : "must be one of " + String.join(", ", words)
                        + (written.isEmpty() ? "" : DidYouMean.hint(written, words));
    }

    private static @Nullable String yesOrNo(Yaml yaml) {
        if (yaml.kind() == Yaml.Kind.YES_OR_NO) {
            return null;
        }
        String meant = YES_OR_NO.get(yaml.words().toLowerCase(Locale.ROOT));
        return "must be true or false" + (meant == null ? "" : ": write " + meant);
    }

    private static @Nullable String number(Yaml yaml, boolean whole) {
        boolean fraction = yaml.words().matches(".*[.eE].*");
        if (yaml.kind() == Yaml.Kind.NUMBER) {
            return whole && fraction ? "must be a whole number" : null;
        }
        String what = whole ? "must be a whole number" : "must be a number";
        Matcher amount = AMOUNT.matcher(yaml.words().strip());
        if (!amount.matches()) {
            return what;
        }
        String digits = amount.group(1).replaceFirst("^(-?)0+(?=\\d)", "$1");
        boolean part = amount.group(2) != null && !whole;
        if (amount.group(2) != null && amount.group(3).length() == 3) {
            String decimal = digits + "." + amount.group(3).replaceFirst("0+$", "");
            return what + " and nothing else: write " + digits + amount.group(3)
                    + (part && !decimal.endsWith(".") ? ", or " + decimal + " for a part of one" : "");
        }
        return what + " and nothing else: write " + digits + (part ? "." + amount.group(3) : "");
    }

    private static String of(String name) {
        return name.isEmpty() ? "" : name + ": ";
    }

    private void report(Code code, Place place, String message) {
        fine = false;
        if (++told <= Syntax.MOST) {
            problems.add(file.problem(code, place.line(), place.column(), message));
        }
    }
}
