package retention.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import retention.json.Json;
import retention.rules.explain.WhatIf;
import tools.jackson.databind.JsonNode;

/**
 * How often the search for the smallest change gives an answer, and what it costs: a sample of the shipped actions and the
 * whole customers of the shipped fixtures. The first argument is the number of pairs; a fixed seed draws them. Prints times in
 * milliseconds.
 */
final class WhatIfBench {

    private static final int PAIRS = 400;
    private static final int WARM = 20;
    private static final int SEED = 7;

    private WhatIfBench() {}

    public static void main(String[] arguments) throws Exception {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PAIRS;
        List<JsonNode> customers = customers(Path.of("fixtures/whole-customers"));
        try (RuleBook book = RuleBook.open(Path.of("rules"))) {
            var codes = List.copyOf(book.catalogue().actions().keySet());
            System.out.println(codes.size() + " actions, " + customers.size() + " customers");
            var random = new Random(SEED);
            var nanos = new ArrayList<Long>();
            int answered = 0;
            int early = 0;
            long tried = 0;
            for (int i = -WARM; i < pairs; i++) {
                JsonNode customer = customers.get(random.nextInt(customers.size()));
                String code = codes.get(random.nextInt(codes.size()));
                long begin = System.nanoTime();
                WhatIf found = book.whatIf(customer, LocalDate.EPOCH, code);
                if (i < 0) {
                    continue;
                }
                nanos.add(System.nanoTime() - begin);
                tried += found.tried();
                answered += found.change() == null ? 0 : 1;
                early += String.valueOf(found.says().get("en")).contains("not tried") ? 1 : 0;
                System.out.println(
                        code + " | " + customer.get("id") + " | " + found.says().get("en") + " | " + found.tried()
                                + " tried, " + nanos.get(nanos.size() - 1) / 1_000_000 + " ms");
            }
            print(nanos);
            System.out.printf(
                    "%d pairs: %d answered, %d ended early, %d tried in the mean%n",
                    pairs, answered, early, tried / pairs);
        }
    }

    private static List<JsonNode> customers(Path folder) throws Exception {
        var customers = new ArrayList<JsonNode>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                for (JsonNode one : Json.yaml().readTree(file.toFile()).get("cases")) {
                    customers.add(one.get("given"));
                }
            }
        }
        return customers;
    }

    private static void print(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "median %.1f ms, p99 %.1f ms, most %.1f ms%n",
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
