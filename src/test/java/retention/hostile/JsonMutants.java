package retention.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import retention.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers with something changed: half of them still JSON, so that what reads behind the parser is tried, too. */
final class JsonMutants {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2147483648",
            "9223372036854775808",
            "1e308",
            "1e999",
            "-0.0",
            "0.1",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2026-02-30\"",
            "\"-999999999-01-01\"",
            "\"+999999999-12-31\"",
            "\"0001-01-01\"",
            "\"9999-12-31\"",
            "\"CALL\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "{\"\":null}");

    private static final List<String> SPLINTERS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            "\0",
            "\n",
            "\ufeff",
            "null",
            "1e999999999",
            "NaN",
            "[".repeat(2000),
            "9".repeat(2000),
            "a".repeat(20_000),
            "//",
            "\u2028",
            "\ud83d\ude00");

    private final List<byte[]> customers;
    private final Random random;

    JsonMutants(List<byte[]> customers, Random random) {
        this.customers = customers;
        this.random = random;
    }

    /** The next one. */
    byte[] next() {
        byte[] customer = any(customers);
        if (random.nextInt(20) == 0) {
            return customer;
        }
        return random.nextBoolean() ? changed(customer) : Splinters.in(customer, bytes(SPLINTERS), random);
    }

    private byte[] changed(byte[] customer) {
        JsonNode tree = Json.mapper().readTree(customer);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(any(containers(tree)));
        }
        return Json.write(tree);
    }

    private void change(JsonNode container) {
        if (container instanceof ArrayNode list) {
            changeList(list);
        } else if (container instanceof ObjectNode object && !object.isEmpty()) {
            String name = any(List.copyOf(object.propertyNames()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "s", object.get(name));
                default -> object.set(name, value());
            }
        }
    }

    private void changeList(ArrayNode list) {
        int times = random.nextInt(50) == 0 ? 12_000 : random.nextInt(3);
        JsonNode item = list.isEmpty() || random.nextBoolean() ? value() : list.get(random.nextInt(list.size()));
        for (int i = 0; i < times; i++) {
            list.add(item);
        }
        if (times == 0 && !list.isEmpty()) {
            list.remove(random.nextInt(list.size()));
        }
    }

    private JsonNode value() {
        return Json.mapper().readTree(any(VALUES));
    }

    private static List<JsonNode> containers(JsonNode tree) {
        var found = new ArrayList<JsonNode>();
        found.add(tree);
        for (JsonNode child : tree) {
            if (child.isContainer()) {
                found.addAll(containers(child));
            }
        }
        return found;
    }

    private static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(UTF_8)).toList();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
