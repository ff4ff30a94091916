package retention.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import retention.facts.AsOf;
import retention.facts.Customer;
import retention.facts.Facts;

/** The hash of a customer's facts. */
final class FactsHashTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    /** Every field that a customer can have, with one of the two values that the test knows. */
    private final Map<String, Object> all = record(Customer.class);

    @Test
    void every_field_counts_whether_it_is_left_out_or_has_another_value() {
        var places = new HashMap<String, String>();
        places.put(hash(), "nothing changed");
        var seen = new ArrayList<String>();
        changeEach(all, "", place -> {
            seen.add(place);
            assertThat(places.put(hash(), place)).as(place).isNull();
        });
        assertThat(seen).hasSizeGreaterThan(200).contains("orders.promisedOn changed", "orders.promisedOn left out");
    }

    @Test
    void where_a_text_or_a_list_ends_counts() {
        assertThat(List.of(
                        of("{'id':'x','orders':[{'id':'1'},{'amount':5}]}"),
                        of("{'id':'x','orders':[{'id':'1','amount':5}]}"),
                        of("{'id':'x','orders':[{'id':'1'},{},{'amount':5}]}"),
                        of("{'id':'x','orders':[{'amount':5},{'id':'1'}]}"),
                        of("{'id':'x','orders':[{'id':'1'}],'visits':[{}]}"),
                        of("{'id':'x','language':'en','jurisdiction':'EU'}"),
                        of("{'id':'x','language':'enEU'}"),
                        of("{'id':'x','language':'enE','jurisdiction':'U'}")))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_companys_own_facts_count_whatever_their_order() {
        String hash = of("{'id':'x','extensions':{'Fleet':[{'cars':3,'name':'a'}],'Seats':[{'used':1.5}]}}");
        assertThat(of("{'id':'x','extensions':{'Seats':[{'used':1.5}],'Fleet':[{'name':'a','cars':3}]}}"))
                .isEqualTo(hash);
        assertThat(List.of(
                        hash,
                        of("{'id':'x','extensions':{'Fleet':[null]}}"),
                        of("{'id':'x','extensions':{'Fleet':[]}}"),
                        of("{'id':'x','extensions':{'Fleet':[{'cars':4,'name':'a'}],'Seats':[{'used':1.5}]}}"),
                        of("{'id':'x','extensions':{'Fleet':[{'cars':3,'name':'b'}],'Seats':[{'used':1.5}]}}"),
                        of("{'id':'x','extensions':{'Fleet':[{'cars':3000000000,'name':'a'}],'Seats':[{'used':1.5}]}}"),
                        of("{'id':'x','extensions':{'Fleet':[{'cars':3,'name':'a'},{}],'Seats':[{'used':1.5}]}}"),
                        of("{'id':'x','extensions':{'Fleet':[{'cars':3,'name':'a'}],'Seats':[{'used':true}]}}")))
                .doesNotHaveDuplicates();
    }

    @Test
    void long_texts_count_to_their_last_letter() {
        String text = "é".repeat(50_000);
        assertThat(of("{'id':'" + text + "a'}")).isNotEqualTo(of("{'id':'" + text + "b'}"));
        assertThat(of("{'id':'x'}")).isEqualTo(of("{'id':'x'}"));
    }

    private static String of(String json) {
        return FactsHash.of(CustomerReader.read(json.replace('\'', '"').getBytes(UTF_8), DAY));
    }

    private String hash() {
        return FactsHash.of(CustomerReader.read(Json.write(all), DAY));
    }

    private interface Changed {
        void at(String place);
    }

    /** Calls for each field of a tree while it is another one, and while it is not there; then it is as it was. */
    private static void changeEach(Map<String, Object> tree, String path, Changed changed) {
        for (String name : List.copyOf(tree.keySet())) {
            Object was = Objects.requireNonNull(tree.get(name));
            String place = path + name;
            Object other = other(was);
            tree.put(name, other);
            if (!other.equals(was)) {
                changed.at(place + " changed");
            }
            if (!place.equals("id")) { // the one that must be there
                tree.remove(name);
                changed.at(place + " left out");
            }
            tree.put(name, was);
            Object inner = was instanceof List<?> list ? list.get(0) : was;
            if (inner instanceof Map<?, ?>) {
                changeEach(asTree(inner), place + ".", changed);
            }
        }
    }

    @SuppressWarnings("unchecked") // made by this test
    private static Map<String, Object> asTree(Object map) {
        return (Map<String, Object>) map;
    }

    private static Object other(Object value) {
        if (value instanceof Integer number) {
            return number + 1;
        } else if (value instanceof Double number) {
            return number + 0.5;
        } else if (value instanceof Boolean yes) {
            return !yes;
        } else if (value instanceof Word word) {
            return new Word(word.type(), 1);
        } else if (value instanceof LocalDate day) {
            return day.minusDays(1);
        } else if (value instanceof List<?> list) {
            return List.of(list.get(0), list.get(0));
        }
        return value instanceof String text ? text + "b" : value;
    }

    /** A fixed word. */
    private record Word(Class<?> type, int place) {
        @JsonValue
        public String name() {
            return ((Enum<?>) type.getEnumConstants()[place]).name();
        }
    }

    private static Map<String, Object> record(Class<?> type) {
        var tree = new LinkedHashMap<String, Object>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() != AsOf.class && component.getType() != Map.class) {
                tree.put(component.getName(), value(component.getType()));
            }
        }
        return tree;
    }

    private static Object value(Class<?> type) {
        if (Facts.class.isAssignableFrom(type)) {
            var kind = (ParameterizedType) type.getGenericSuperclass();
            return List.of(record((Class<?>) kind.getActualTypeArguments()[0]));
        } else if (type.isRecord()) {
            return record(type);
        } else if (type.isEnum()) {
            return new Word(type, 0);
        } else if (type == List.class) {
            return List.of("a");
        } else if (type == Integer.class) {
            return 1;
        } else if (type == Double.class) {
            return 1.5;
        } else if (type == Boolean.class) {
            return true;
        }
        return type == LocalDate.class ? DAY : "a";
    }
}
