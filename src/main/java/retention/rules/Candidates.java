package retention.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.rules.explain.Change;
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
    private static final int MOST_FRESH = 2_000;

    private final JsonNode customer;
    private final LocalDate day;
    private final Set<String> places;
    private final Nearby nearby;
    private final PlaceTypes types;
    private final SortedSet<Change> changes = new TreeSet<>();

    Candidates(JsonNode customer, LocalDate day, Look look, Map<String, Declared> declared) {
        this.customer = customer;
        this.day = day;
        this.places = look.places();
        this.nearby = new Nearby(day, look);
        this.types = new PlaceTypes(declared);
    }

    /** The changes, from the smallest on. */
    SortedSet<Change> all() {
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
        lists.forEach(this::items);
        return changes;
    }

    private void single(String place, Set<String> lists) {
        Class<?> type = types.of(place);
        if (FactPaths.list(place)) {
            lists.add(place);
        } else if (type != null) {
            int dot = place.lastIndexOf('.');
            value(dot < 0 ? customer : node(place.substring(0, dot)), place, type);
        }
    }

    private void inList(String list, String field) {
        Class<?> type = types.of(list + "[]." + field);
        JsonNode items = node(list);
        for (int i = 0; type != null && items != null && i < Math.min(MOST_ITEMS, items.size()); i++) {
            value(items.get(i), list + "[" + i + "]." + field, type);
        }
    }

    private void value(@Nullable JsonNode owner, String path, Class<?> type) {
        String field = path.substring(path.lastIndexOf('.') + 1);
        JsonNode known = owner == null ? null : owner.get(field);
        JsonNode from = known == null || known.isNull() ? null : known;
        for (JsonNode to : nearby.values(type, from, owner, field)) {
            if (from == null || !same(from, to)) {
                changes.add(Change.of(
                        from == null ? Change.Kind.FILLED : Change.Kind.CHANGED, path, from, to, distance(from, to)));
            }
        }
    }

    private static boolean same(JsonNode from, JsonNode to) {
        boolean numbers = from.isNumber() && to.isNumber();
        return numbers ? distance(from, to) == 0 : from.equals(to);
    }

    private static double distance(@Nullable JsonNode from, JsonNode to) {
        LocalDate then = Nearby.date(to);
        LocalDate now = Nearby.date(from);
        if (then != null && now != null) {
            return Math.abs(ChronoUnit.DAYS.between(now, then));
        }
        if (from != null && from.isNumber() && to.isNumber()) {
            return Math.abs(from.doubleValue() - to.doubleValue());
        }
        return 1;
    }

    private void items(String list) {
        JsonNode items = node(list);
        int size = items == null ? 0 : items.size();
        if (items == null) {
            changes.add(Change.of(Change.Kind.FILLED, list, null, JSON.arrayNode(), 1));
        }
        for (int i = 0; items != null && i < Math.min(MOST_ITEMS, size); i++) {
            changes.add(Change.of(Change.Kind.REMOVED, list + "[" + i + "]", items.get(i), null, 1));
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
        long days = 0;
        for (Map.Entry<String, JsonNode> field : item.properties()) {
            LocalDate date = Nearby.date(field.getValue());
            days += date == null ? 0 : Math.abs(ChronoUnit.DAYS.between(date, day));
        }
        changes.add(Change.added(list + "[" + size + "]", item, days));
    }

    /** New items of yesterday, with any words and up to two values more, as long as these are not too many. */
    private Set<ObjectNode> fresh(String list, List<String> fields) {
        ObjectNode plain = JSON.objectNode();
        String yesterday = day.minusDays(1).toString();
        types.ages(list).forEach(field -> plain.put(field, yesterday));
        Set<ObjectNode> fresh = new LinkedHashSet<>(List.of(plain));
        var many = new ArrayList<String>();
        for (String field : fields) {
            Class<?> type = types.of(list + "[]." + field);
            Kind kind = type == null ? Kind.NOTHING : Kind.of(type);
            if (kind == Kind.WORD || kind == Kind.YES_NO) {
                fresh.addAll(spelled(fresh, list, field));
            } else if (type != null) {
                many.add(field);
            }
        }
        var worded = List.copyOf(fresh);
        for (String field : many) {
            List<ObjectNode> one = spelled(worded, list, field);
            fresh.addAll(one);
            for (String other : many.subList(0, many.indexOf(field))) {
                if (one.size() * (long) spelled(List.of(plain), list, other).size() <= MOST_FRESH) {
                    fresh.addAll(spelled(one, list, other));
                }
            }
        }
        return fresh;
    }

    /** Each item once more with each value of a field. */
    private List<ObjectNode> spelled(Collection<ObjectNode> items, String list, String field) {
        Class<?> type = Objects.requireNonNull(types.of(list + "[]." + field));
        var spelled = new ArrayList<ObjectNode>();
        for (ObjectNode item : items) {
            nearby.values(type, null, item, field).forEach(value -> spelled.add(with(item, field, value)));
        }
        return spelled;
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
}
