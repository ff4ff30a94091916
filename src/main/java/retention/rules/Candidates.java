package retention.rules;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.facts.Dated;
import retention.rules.explain.Change;
import retention.rules.explain.Constants;
import retention.rules.sandbox.FieldsRead;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The single changes of a customer's JSON that some rules could notice: at the places they look at, to values on either side
 * of those they compare with. Only a judge can tell what a change does. One object for one customer.
 */
final class Candidates {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ITEMS = 50;
    private static final int MOST_MONTHS = 240;

    private final JsonNode customer;
    private final LocalDate day;
    private final Constants constants;
    private final Map<String, Declared> declared;
    private final SortedSet<Change> changes = new TreeSet<>();

    Candidates(JsonNode customer, LocalDate day, Constants constants, Map<String, Declared> declared) {
        this.customer = customer;
        this.day = day;
        this.constants = constants;
        this.declared = declared;
    }

    /** The changes at places such as {@code segment}, {@code contract.endsOn} and {@code orders[].promisedOn}. */
    SortedSet<Change> at(Set<String> places) {
        var lists = new TreeSet<String>();
        for (String place : places) {
            int list = place.indexOf("[]");
            if (list < 0) {
                single(place, lists);
            } else {
                lists.add(place.substring(0, list));
                inList(place.substring(0, list), place.substring(list + 3));
            }
        }
        lists.forEach(list -> items(list, places));
        return changes;
    }

    private void single(String place, Set<String> lists) {
        Class<?> type = type(place);
        if (FactPaths.list(place)) {
            lists.add(place);
        } else if (type != null) {
            int dot = place.lastIndexOf('.');
            value(dot < 0 ? customer : node(place.substring(0, dot)), place, type);
        }
    }

    private void inList(String list, String field) {
        Class<?> type = type(list + "[]." + field);
        JsonNode items = node(list);
        for (int i = 0; type != null && items != null && i < Math.min(MOST_ITEMS, items.size()); i++) {
            value(items.get(i), list + "[" + i + "]." + field, type);
        }
    }

    private void value(@Nullable JsonNode owner, String path, Class<?> type) {
        String field = path.substring(path.lastIndexOf('.') + 1);
        JsonNode known = owner == null ? null : owner.get(field);
        JsonNode from = known == null || known.isNull() ? null : known;
        for (JsonNode to : values(type, from, owner, field)) {
            if (!to.equals(from)) {
                changes.add(new Change(
                        from == null ? Change.Kind.FILLED : Change.Kind.CHANGED, path, from, to, distance(from, to)));
            }
        }
    }

    private List<JsonNode> values(Class<?> type, @Nullable JsonNode from, @Nullable JsonNode owner, String field) {
        return switch (Kind.of(type)) {
            case YES_NO -> List.of(JSON.booleanNode(true), JSON.booleanNode(false));
            case WORD ->
                Arrays.stream(type.getEnumConstants())
                        .<JsonNode>map(one -> JSON.stringNode(((Enum<?>) one).name()))
                        .toList();
            case TEXT ->
                constants.texts().stream().<JsonNode>map(JSON::stringNode).toList();
            case NUMBER -> numbers(type, from);
            case DATE -> dates(owner, field);
            default -> List.of();
        };
    }

    private List<JsonNode> numbers(Class<?> type, @Nullable JsonNode from) {
        var values = new TreeSet<BigDecimal>();
        constants.numbers().forEach(one -> around(one, values));
        if (from != null && from.isNumber()) {
            around(from.decimalValue(), values);
        }
        boolean whole = type != Double.class && type != double.class;
        return values.stream()
                .filter(one -> !whole || one.stripTrailingZeros().scale() <= 0)
                .<JsonNode>map(one -> whole ? JSON.numberNode(one.longValue()) : JSON.numberNode(one))
                .toList();
    }

    private static void around(BigDecimal one, Set<BigDecimal> into) {
        into.add(one);
        into.add(one.add(BigDecimal.ONE));
        into.add(one.subtract(BigDecimal.ONE));
    }

    /** Days that lie as far from today, or from another day of the same fact, as the rules count. */
    private List<JsonNode> dates(@Nullable JsonNode owner, String field) {
        var days = new TreeSet<LocalDate>();
        for (int distance : constants.distances()) {
            days.add(day.minusDays(distance));
            days.add(day.plusDays(distance));
            if (distance <= MOST_MONTHS) {
                days.add(day.minusMonths(distance));
            }
            if (owner != null) {
                owner.properties().stream()
                        .filter(other -> !other.getKey().equals(field))
                        .map(other -> date(other.getValue()))
                        .filter(Objects::nonNull)
                        .forEach(other -> days.addAll(List.of(other.minusDays(distance), other.plusDays(distance))));
            }
        }
        return days.stream()
                .<JsonNode>map(one -> JSON.stringNode(one.toString()))
                .toList();
    }

    private static double distance(@Nullable JsonNode from, JsonNode to) {
        LocalDate then = date(to);
        LocalDate now = date(from);
        if (then != null && now != null) {
            return Math.abs(ChronoUnit.DAYS.between(now, then));
        }
        if (from != null && from.isNumber() && to.isNumber()) {
            return Math.abs(from.doubleValue() - to.doubleValue());
        }
        return 1;
    }

    private static @Nullable LocalDate date(@Nullable JsonNode value) {
        String text = value != null && value.isString() ? value.stringValue() : "";
        boolean day = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        return day ? LocalDate.parse(text) : null;
    }

    private void items(String list, Set<String> places) {
        JsonNode items = node(list);
        int size = items == null ? 0 : items.size();
        if (items == null) {
            changes.add(new Change(Change.Kind.FILLED, list, null, JSON.arrayNode(), 1));
        }
        for (int i = 0; items != null && i < Math.min(MOST_ITEMS, size); i++) {
            changes.add(new Change(Change.Kind.REMOVED, list + "[" + i + "]", items.get(i), null, 1));
            added(list, size, items.get(i).deepCopy());
        }
        var fields = new ArrayList<String>();
        String prefix = list + "[].";
        places.stream()
                .filter(place -> place.startsWith(prefix))
                .forEach(place -> fields.add(place.substring(prefix.length())));
        fresh(list, fields).forEach(item -> added(list, size, item));
    }

    private void added(String list, int size, JsonNode item) {
        changes.add(new Change(Change.Kind.ADDED, list + "[" + size + "]", null, item, item.size()));
    }

    /** New items of yesterday, with up to two words and one value more. */
    private List<JsonNode> fresh(String list, List<String> fields) {
        ObjectNode plain = JSON.objectNode();
        String yesterday = day.minusDays(1).toString();
        ages(list).forEach(field -> plain.put(field, yesterday));
        List<ObjectNode> worded = new ArrayList<>(List.of(plain));
        for (String field : fields) {
            Class<?> type = type(list + "[]." + field);
            if (type != null && Kind.of(type) == Kind.WORD) {
                for (ObjectNode item : List.copyOf(worded)) {
                    values(type, null, null, field).forEach(word -> worded.add(with(item, field, word)));
                }
            }
        }
        var fresh = new ArrayList<JsonNode>(worded);
        for (ObjectNode item : worded) {
            for (String field : fields) {
                Class<?> type = type(list + "[]." + field);
                if (type != null && Kind.of(type) != Kind.WORD) {
                    values(type, null, item, field).forEach(value -> fresh.add(with(item, field, value)));
                }
            }
        }
        return fresh;
    }

    /** The fields of a list's facts that their age is counted from. */
    private List<String> ages(String list) {
        Class<?> item = type(list + "[]");
        if (item == null || !Dated.class.isAssignableFrom(item)) {
            return List.of();
        }
        try {
            return FieldsRead.of(item, item.getMethod("daysAgo")).stream()
                    .map(FieldsRead.Read::field)
                    .filter(field -> type(list + "[]." + field) == LocalDate.class)
                    .toList();
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible); // every dated fact has an age
        }
    }

    private static ObjectNode with(ObjectNode item, String field, JsonNode value) {
        ObjectNode copy = item.deepCopy();
        copy.set(field, value);
        return copy;
    }

    private @Nullable JsonNode node(String path) {
        JsonNode at = customer;
        for (String step : path.split("\\.", -1)) {
            at = at == null ? null : at.get(step);
        }
        return at == null || at.isNull() ? null : at;
    }

    /** The Java type of a place; null when there is none that could be changed. */
    private @Nullable Class<?> type(String place) {
        if (place.startsWith("extensions.")) {
            String[] names = place.substring("extensions.".length()).split("\\[]\\.", -1);
            Declared own = declared.get(names[0]);
            return own == null || names.length < 2 ? null : own.fields().get(names[1]);
        }
        Class<?> type = Customer.class;
        for (String step : place.split("\\.", -1)) {
            RecordComponent component = component(type, step.replace("[]", ""));
            if (component == null) {
                return null;
            }
            type = component.getType();
            if (step.endsWith("[]") && type.getGenericSuperclass() instanceof ParameterizedType list) {
                type = (Class<?>) list.getActualTypeArguments()[0];
            }
        }
        return type;
    }

    private static @Nullable RecordComponent component(Class<?> type, String name) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(one -> one.getName().equals(name))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
