package retention.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Two customers who differ in one fact, and the one of them who gets less.
 *
 * @param line of the customer in the file
 * @param from the fact of the one who gets the action; null when it is not known
 * @param to the fact of the one who does not
 * @param real which of both the customer of the file is: {@code from}, {@code to} or {@code neither}
 * @param lost code of the marketing action that nothing makes up for
 * @param says why, in English: one sentence for each rule at fault, or what stops the action
 */
public record Pair(
        String customer,
        long line,
        String fact,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode from,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode to,
        String real,
        String lost,
        List<String> says) {}
