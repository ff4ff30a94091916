package retention.json;

/**
 * What stands in a stream of answers where a customer could not be read; a problem as RFC 9457 has it.
 *
 * @param type a stable name
 * @param path which part of the customer, like {@code orders[2].deliveredOn}; empty for all of it
 * @param line number of the line, from 1
 */
public record BadLine(String type, String title, int status, String detail, String path, long line) {

    /** The customer on this line cannot be read. */
    public static BadLine of(BadRequest bad, long line) {
        return new BadLine(
                "urn:retention:problem:bad-request", "Customer cannot be read", 400, bad.words(), bad.path(), line);
    }

    /** The line is longer than {@code longest} bytes. */
    public static BadLine tooLong(int longest, long line) {
        return new BadLine(
                "urn:retention:problem:too-large",
                "Too large",
                413,
                "the line is longer than " + longest + " bytes",
                "",
                line);
    }

    /** The rules failed on this customer; {@code detail} must hold nothing of the customer. */
    public static BadLine failed(String detail, long line) {
        return new BadLine("urn:retention:problem:internal", "Internal error", 500, detail, "", line);
    }
}
