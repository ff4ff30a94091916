package retention.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.rules.BadRules;
import retention.rules.RuleSources;

/**
 * One kept revision in the list that people choose from.
 *
 * @param since when it last began to serve
 * @param rules how many there are in it
 * @param inFolder whether the rule folder holds it now
 * @param damaged whether its files are not what they were, so that it cannot be put back
 * @param changed names of files that differ from the revision before it
 */
public record RevisionLine(
        String revision, Instant since, int rules, boolean inFolder, boolean damaged, List<String> changed) {

    /** The kept revisions, newest first, beside what the rule folder holds. */
    public static List<RevisionLine> list(Revisions revisions, Path folder) throws IOException {
        String now = inFolder(folder);
        List<Kept> kept = revisions.list();
        var lines = new ArrayList<RevisionLine>();
        for (int i = 0; i < kept.size(); i++) {
            Kept one = kept.get(i);
            RuleSources sources = revisions.sources(one);
            RuleSources before = i + 1 < kept.size() ? revisions.sources(kept.get(i + 1)) : null;
            List<String> changed = sources == null || before == null ? List.of() : sources.differing(before);
            boolean here = one.revision().equals(now);
            lines.add(new RevisionLine(one.revision(), one.since(), one.rules(), here, sources == null, changed));
        }
        return List.copyOf(lines);
    }

    private static @Nullable String inFolder(Path folder) {
        try {
            return RuleSources.read(folder).revision();
        } catch (BadRules | UncheckedIOException unreadable) {
            return null;
        }
    }
}
