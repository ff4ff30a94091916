package retention.http;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the server is handed for those who edit the rules. Every answer is a value that becomes JSON; a function may throw
 * {@link retention.json.BadRequest}. One check runs at a time, and one rollback; no check can hold up a rollback.
 *
 * @param check looks at texts by file name as if they lay in the rule folder, null for a file that does not
 * @param revisions lists what can be put back
 * @param rollback puts back the revision that begins so, and returns once it serves
 * @param patience how long a check waits for the one before it, and a rollback for the rollback before it
 */
public record Editing(
        Function<Map<String, @Nullable String>, ?> check,
        Supplier<?> revisions,
        Function<String, ?> rollback,
        Duration patience) {}
