package retention.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import retention.facts.Customer;
import retention.rules.RuleBook;

/**
 * Tells whether the advisor gives the answers that the workload expects: scores, actions, priorities and their order, on
 * one thread and on all of them. Exits with 1 when one differs.
 */
final class Check {

    /** SHA-256 of the expected answers to the first so many customers, as the workload's own hand-written code gives them. */
    static final Map<Integer, String> EXPECTED = Map.of(
            2000, "02274020f78f32bb29ebbeda3d0658f6fc69f3c1ff51519e75dc7ce6f46664fa",
            100_000, "31c320109dec29927f3943df30d0dcb878d0bffa3247d91559eb887ef71db76a");

    private static final int SHOWN = 10;

    private Check() {}

    /** The first argument is how many customers to ask for: 100,000 when left out. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int threads = Runtime.getRuntime().availableProcessors();
        System.out.println("customers: SHA-256 " + Workload.sha256(Workload.specified(count)));
        List<Customer> customers = Workload.customers(count);
        List<String> expected = Workload.expected(customers);
        boolean known = known(count, expected);
        try (RuleBook book = RuleBook.open(Workload.RULES)) {
            boolean one = compare("1 thread", expected, answers(book, customers, 1));
            boolean all = compare(threads + " threads", expected, answers(book, customers, threads));
            System.exit(known && one && all ? 0 : 1);
        }
    }

    /** Whether the population and the answers expected are those of the workload. */
    private static boolean known(int count, List<String> expected) {
        String wanted = EXPECTED.get(count);
        String sum = Workload.sha256OfTexts(expected);
        boolean known = wanted == null || wanted.equals(sum);
        System.out.println("expected answers: " + expected.size() + ", SHA-256 " + sum
                + (wanted == null
                        ? ", not on record for so many"
                        : known ? ", as on record" : ", NOT as on record: " + wanted));
        return known;
    }

    /** What the advisor says to each customer, in their order. */
    static List<String> answers(RuleBook book, List<Customer> customers, int threads) throws Exception {
        var workers = Executors.newFixedThreadPool(threads);
        try {
            var parts = new ArrayList<Callable<List<String>>>();
            int each = (customers.size() + threads - 1) / threads;
            for (int from = 0; from < customers.size(); from += each) {
                List<Customer> part = customers.subList(from, Math.min(customers.size(), from + each));
                parts.add(() -> part.stream()
                        .map(one -> Outcome.of(book.advise(one)).line())
                        .toList());
            }
            var answers = new ArrayList<String>(customers.size());
            for (Future<List<String>> part : workers.invokeAll(parts)) {
                answers.addAll(part.get());
            }
            return answers;
        } finally {
            workers.shutdownNow();
        }
    }

    private static boolean compare(String how, List<String> expected, List<String> answers) {
        int equal = 0;
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i).equals(answers.get(i))) {
                equal++;
            } else if (i - equal < SHOWN) {
                System.out.println("expected " + expected.get(i) + "\n     got " + answers.get(i));
            }
        }
        System.out.println(how + ": " + equal + " of " + expected.size() + " answers equal");
        return equal == expected.size();
    }
}
