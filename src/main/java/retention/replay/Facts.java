package retention.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.json.CustomerReader;
import retention.json.FactsHash;
import retention.json.Json;
import retention.json.Lines;
import tools.jackson.core.JacksonException;

/**
 * The customer that a receipt is about, looked for in a file.
 *
 * @param customer whose facts have the receipt's hash; else the only one in the file, or null when there are several
 * @param same whether their facts are those of the receipt
 * @param customers how many could be read
 * @param unreadable how many lines could not
 */
public record Facts(@Nullable Customer customer, boolean same, long customers, long unreadable) {

    private static final int LONGEST = 1 << 20;

    /** Reads one customer as JSON, or lines of them. Throws {@link BadRequest} when the only one cannot be read. */
    public static Facts find(Path file, Told told) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!lines(bytes)) {
            Customer customer = CustomerReader.read(bytes, told.asOf());
            return new Facts(customer, fits(customer, told), 1, 0);
        }
        return among(bytes, told);
    }

    private static Facts among(byte[] bytes, Told told) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(bytes), LONGEST, () -> {});
        Customer last = null;
        Customer otherDay = null;
        long customers = 0;
        long unreadable = 0;
        while (lines.next()) {
            try {
                last = CustomerReader.read(lines.buffer(), lines.from(), lines.length(), told.asOf());
                customers++;
            } catch (BadRequest bad) {
                unreadable++;
                continue;
            }
            if (fits(last, told)) {
                if (last.asOf().day().equals(told.asOf())) {
                    return new Facts(last, true, customers, unreadable);
                }
                otherDay = last;
            }
        }
        return otherDay != null
                ? new Facts(otherDay, true, customers, unreadable)
                : new Facts(customers == 1 ? last : null, false, customers, unreadable);
    }

    private static boolean fits(Customer customer, Told told) {
        return FactsHash.of(customer).equals(told.factsHash());
    }

    /** Whether the first line is a whole document and something stands behind it. */
    private static boolean lines(byte[] bytes) {
        List<String> first = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(2)
                .toList();
        if (first.size() < 2) {
            return false;
        }
        try {
            return Json.mapper().readTree(first.get(0)).isObject();
        } catch (JacksonException partOfOne) {
            return false;
        }
    }
}
