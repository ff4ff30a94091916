package retention.bench;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import retention.facts.Customer;
import retention.json.CustomerReader;

/** Where the workload lies, and its customers in the forms that are measured. */
final class Workload {

    /** The rules of the workload in our language. */
    static final Path RULES = Path.of("src/bench/rules");

    private static final int LINE_FEED = '\n';

    private Workload() {}

    /** The first so many customers as the workload was written down. */
    static List<byte[]> specified(int count) {
        var population = new Population();
        var lines = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            lines.add(population.next());
        }
        return lines;
    }

    /** The first so many customers as our JSON. */
    static List<byte[]> json(int count) {
        return specified(count).parallelStream().map(Mapping::map).toList();
    }

    /** The first so many customers as our records. */
    static List<Customer> customers(int count) {
        return json(count).parallelStream()
                .map(json -> CustomerReader.read(json, Mapping.DAY))
                .toList();
    }

    /** What {@link Hand} decides, each with the day and facts of its own. */
    static List<String> expected(List<Customer> customers) {
        var hand = new Hand();
        var found = new Found();
        return customers.stream()
                .map(one -> hand.decide(one, found).outcome().line())
                .toList();
    }

    /** SHA-256 of lines, each with a line feed behind it. */
    static String sha256(List<byte[]> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] line : lines) {
                digest.update(line);
                digest.update((byte) LINE_FEED);
            }
            return String.format("%064x", new BigInteger(1, digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }

    static String sha256OfTexts(List<String> lines) {
        return sha256(lines.stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList());
    }
}
