package retention.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;
import retention.rules.Opening;
import retention.rules.Problem;
import retention.rules.RuleSources;

/** Puts a kept revision back into the rule folder. For one thread at a time. */
public final class Rollback {

    private final Path folder;
    private final Path shown;
    private final Revisions revisions;
    private final Opening opening;
    private final InstantSource time;

    /** Of this rule folder, from these kept revisions. */
    public Rollback(Path folder, Revisions revisions, Opening opening, InstantSource time) {
        this(folder, folder, revisions, opening, time);
    }

    /** The same; {@code shown} is how messages name the folder. */
    Rollback(Path folder, Path shown, Revisions revisions, Opening opening, InstantSource time) {
        this.folder = folder;
        this.shown = shown;
        this.revisions = revisions;
        this.opening = opening;
        this.time = time;
    }

    /**
     * What was done.
     *
     * @param revision what the rule folder holds now
     * @param changed names of the files that were written or taken away, in order; none when it held them already
     * @param setAside where a copy of what it held before is, when that is none of the kept revisions; null otherwise
     */
    public record Done(
            String revision, List<String> changed, @Nullable Path setAside) {}

    /**
     * Puts back the revision that begins so. Throws {@link BadRequest}, with nothing changed, when there is none, and when its
     * files are damaged or cannot serve any more.
     */
    public Done to(String begin) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BadRequest(
                    "revision", "cannot be put back: the rules come out of " + shown + ", which is no folder");
        }
        Kept kept = revisions.find(begin);
        RuleSources wanted = good(kept);
        var writing = new FolderWriting(folder.toRealPath());
        RuleSources now = RuleSources.read(folder);
        List<String> changed = wanted.differing(now);
        Path aside = setAside(now);
        writing.clearWay(wanted.files().keySet());
        writing.replace(wanted.files());
        return new Done(kept.revision(), changed, aside);
    }

    private RuleSources good(Kept kept) {
        RuleSources sources = revisions.sources(kept);
        if (sources == null) {
            throw new BadRequest("revision", "its kept files are damaged: they are not what once served");
        }
        List<Problem> problems = Opened.tried(sources.shownAs(shown), opening).problems();
        if (!problems.isEmpty()) {
            throw new BadRequest("revision", "it cannot serve any more: " + problems.get(0));
        }
        return sources;
    }

    /** Null when what is in the folder now is kept anyway. */
    private @Nullable Path setAside(RuleSources now) throws IOException {
        if (isKept(now)) {
            return null;
        }
        var files = new TreeMap<String, Path>();
        for (Map.Entry<String, Path> file : RuleSources.paths(folder).entrySet()) {
            if (RuleSources.page(file.getKey())) {
                continue; // those stay
            }
            if (Files.size(file.getValue()) > RuleSources.LARGEST) {
                FolderWriting.hide(file.getValue()); // copying it could fill the disk
            } else {
                files.put(file.getKey(), file.getValue());
            }
        }
        return revisions.setAside(files, time.instant());
    }

    private boolean isKept(RuleSources now) throws IOException {
        for (Kept kept : revisions.list()) {
            RuleSources same = kept.revision().equals(now.revision()) ? revisions.sources(kept) : null;
            if (same != null && same.differing(now).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
