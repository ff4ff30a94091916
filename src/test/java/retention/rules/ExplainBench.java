package retention.rules;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import retention.facts.Customer;
import retention.json.CustomerReader;
import retention.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * What explaining costs: times of advice and of full explanations for the customers of the shipped fixtures, taken in turns
 * within one run. Prints median and 99th percentile in microseconds.
 */
final class ExplainBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** {@code -Dcpu=true} counts the time of the processor, which a busy machine changes little, and not that of the clock. */
    private static final boolean CPU = Boolean.getBoolean("cpu");

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int WARM = ROUNDS * 2 / 5;

    private ExplainBench() {}

    public static void main(String[] arguments) throws Exception {
        List<Customer> customers = customers(Path.of("fixtures"));
        try (RuleBook book = RuleBook.open(Path.of("rules"))) {
            var before = new ArrayList<Long>();
            var after = new ArrayList<Long>();
            var explained = new ArrayList<Long>();
            for (int round = 0; round < ROUNDS; round++) {
                time(customers, book::advise, round < WARM ? new ArrayList<>() : before);
            }
            for (int round = 0; round < ROUNDS; round++) {
                time(customers, one -> book.explain(one, null), round < WARM ? new ArrayList<>() : explained);
                time(customers, book::advise, round < WARM ? new ArrayList<>() : after);
            }
            print("advice, before any explanation", before);
            print("advice, between explanations", after);
            print("explain=full", explained);
        }
    }

    private static List<Customer> customers(Path folder) throws Exception {
        var customers = new ArrayList<Customer>();
        try (var files = java.nio.file.Files.walk(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                for (JsonNode one : Json.yaml().readTree(file.toFile()).get("cases")) {
                    customers.add(CustomerReader.read(one.get("given"), LocalDate.EPOCH));
                }
            }
        }
        return customers;
    }

    private static void time(List<Customer> customers, Consumer<Customer> what, List<Long> into) {
        for (Customer customer : customers) {
            long begin = CPU ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
            what.accept(customer);
            into.add((CPU ? THREADS.getCurrentThreadCpuTime() : System.nanoTime()) - begin);
        }
    }

    private static void print(String what, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-32s median %7.1f us, p99 %8.1f us, mean %7.1f us, %d calls%n",
                what,
                sorted[sorted.length / 2] / 1e3,
                sorted[sorted.length * 99 / 100] / 1e3,
                Arrays.stream(sorted).average().orElse(0) / 1e3,
                sorted.length);
    }
}
