package retention.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;

/** What those who edit the rules may send. */
final class Questions {

    private Questions() {}

    /** Whether the rule folder would serve with these texts for some of its files, null for files to leave out. */
    record Check(@Nullable Map<String, @Nullable String> files) {
        Map<String, @Nullable String> sent() {
            if (files == null) {
                throw new BadRequest("files", "is missing: an object with a text by file name is needed, {} for none");
            }
            return files;
        }
    }

    /** Which revision to put back, or how it begins. */
    record Rollback(@Nullable String revision) {
        String sent() {
            if (revision == null || revision.isBlank()) {
                throw new BadRequest("revision", "is missing");
            }
            return revision;
        }
    }
}
