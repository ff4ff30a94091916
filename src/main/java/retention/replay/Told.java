package retention.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;
import retention.json.Json;
import retention.rules.Receipts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody hands in to be decided again: a receipt, alone or in its advice. What another version wrote into it is kept.
 *
 * @param advice null when the receipt came alone
 * @param text as it was handed in, without spaces around it
 */
public record Told(JsonNode receipt, @Nullable JsonNode advice, String text, LocalDate asOf) {

    /** Reads a file with one receipt or one advice. Throws {@link BadRequest} for anything else. */
    public static Told read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        JsonNode json = json(text);
        boolean whole = json.path("receipt").isObject();
        JsonNode receipt = whole ? json.path("receipt") : json;
        for (String name : new String[] {"revision", "factsHash", "asOf", "decisionId", "engineVersion"}) {
            if (!receipt.path(name).isString()) {
                throw new BadRequest(
                        whole ? "receipt." + name : name,
                        "is missing: neither a receipt nor an advice with its receipt");
            }
        }
        return new Told(receipt, whole ? bare(json) : null, text, day(receipt));
    }

    /** The revision of the rules. */
    public String revision() {
        return word("revision");
    }

    /** What the facts are known by. */
    public String factsHash() {
        return word("factsHash");
    }

    /** The version of the advisor that decided. */
    public String engineVersion() {
        return word("engineVersion");
    }

    /** The decision's own name. */
    public String decisionId() {
        return word("decisionId");
    }

    /** Whether its decision is that of its own facts, revision and day; if not, somebody changed it. */
    public boolean sound() {
        return decisionId().equals(Receipts.decision(factsHash(), revision(), asOf));
    }

    /** Of whom; null when the receipt came alone, which does not say. */
    public @Nullable String customer() {
        return advice == null ? null : advice.path("customer").asString("");
    }

    private String word(String name) {
        return receipt.path(name).asString();
    }

    /** Without the explanation that may have been asked for with it. */
    private static JsonNode bare(JsonNode advice) {
        ObjectNode copy = (ObjectNode) advice.deepCopy();
        copy.remove("explanation");
        copy.remove("whatIf");
        return copy;
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JacksonException broken) {
            boolean several = text.lines().filter(line -> line.startsWith("{")).count() > 1;
            throw new BadRequest(
                    "",
                    several
                            ? "several lines: put the one advice that is to be replayed into a file of its own"
                            : "neither a receipt nor an advice: it is no JSON");
        }
    }

    private static LocalDate day(JsonNode receipt) {
        try {
            return LocalDate.parse(receipt.path("asOf").asString());
        } catch (DateTimeParseException none) {
            throw new BadRequest("asOf", "must be a date such as 2026-06-01");
        }
    }
}
