package retention.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import retention.advice.Advice;
import retention.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An advice as it is written and as what they say. */
record Decided(String text, JsonNode advice) {

    /** What another revision or another program changes in every receipt, whatever comes out. */
    private static final List<String> NAMES = List.of("decisionId", "revision", "engineVersion");

    static Decided of(Advice advice) {
        byte[] bytes = Json.write(advice);
        return new Decided(
                new String(bytes, StandardCharsets.UTF_8), Json.mapper().readTree(bytes));
    }

    JsonNode receipt() {
        return advice.path("receipt");
    }

    Outcome outcome() {
        return Objects.requireNonNull(Outcome.of(receipt()));
    }

    /** The advice, without what names the revision. */
    JsonNode bare() {
        return bare(advice, "receipt");
    }

    /** A document without what names the revision, at its top or under {@code below}. */
    static JsonNode bare(JsonNode document, @Nullable String below) {
        JsonNode copy = document.deepCopy();
        JsonNode receipt = below == null ? copy : copy.path(below);
        if (receipt instanceof ObjectNode object) {
            object.remove(NAMES);
        }
        return copy;
    }

    /** The names of the rules that concluded something. */
    static List<String> fired(JsonNode receipt) {
        var fired = new ArrayList<String>();
        receipt.path("fired").forEach(name -> fired.add(name.asString()));
        return fired;
    }
}
