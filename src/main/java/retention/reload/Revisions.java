package retention.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;
import retention.json.Json;
import retention.rules.BadRules;
import retention.rules.RuleSources;
import tools.jackson.core.JacksonException;

/**
 * The last good revisions of the rules, on disk: a folder for each, with its files and what is known of it. What has another
 * name or cannot be read is passed over. Several processes may use the same folder.
 */
public final class Revisions {

    private static final String REVISION = "[0-9a-f]{64}";
    private static final String FILES = "rules";
    private static final String ABOUT = "revision.json";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path state;
    private final Path revisions;
    private final int most;

    /** Keeps at most so many revisions in the folder {@code state}, which need not be there yet. */
    public Revisions(Path state, int most) {
        this.state = state;
        this.revisions = state.resolve("revisions");
        this.most = most;
    }

    /** Keeps what serves from now on, and forgets the oldest beyond the limit. */
    void keep(RuleSources sources, int rules, Instant since) throws IOException {
        Folders.createPrivate(revisions);
        List<Kept> kept = list();
        String revision = sources.revision();
        if (!kept.isEmpty() && kept.get(0).revision().equals(revision) && sources(kept.get(0)) != null) {
            return; // the server was started again
        }
        Path folder = Folders.temporaryIn(revisions);
        try {
            Folders.write(folder.resolve(FILES), sources.files());
            Folders.write(folder.resolve(ABOUT), Json.write(new Kept(revision, since, rules)));
            Folders.delete(revisions.resolve(revision));
            Folders.move(folder, revisions.resolve(revision));
        } finally {
            Folders.delete(folder);
        }
        forget(list());
    }

    /** The newest first. */
    public List<Kept> list() throws IOException {
        if (!Files.isDirectory(revisions)) {
            return List.of();
        }
        var kept = new ArrayList<Kept>();
        try (Stream<Path> folders = Files.list(revisions)) {
            for (Path folder : folders.toList()) {
                Kept about = about(folder);
                if (about != null) {
                    kept.add(about);
                }
            }
        }
        kept.sort(
                Comparator.comparing(Kept::since).thenComparing(Kept::revision).reversed());
        return List.copyOf(kept);
    }

    /** The revision that begins so. Throws {@link BadRequest} when there is none, or more than one. */
    Kept find(String begin) throws IOException {
        List<Kept> found = list().stream()
                .filter(kept -> !begin.isEmpty() && kept.revision().startsWith(begin))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new BadRequest(
                "revision",
                found.isEmpty()
                        ? "no kept revision begins like that"
                        : found.size() + " kept revisions begin like that; give more of it");
    }

    /** Its files; null when they are not what they were. */
    public @Nullable RuleSources sources(Kept kept) {
        try {
            RuleSources sources =
                    RuleSources.read(revisions.resolve(kept.revision()).resolve(FILES));
            return sources.revision().equals(kept.revision()) ? sources : null;
        } catch (BadRules | UncheckedIOException damaged) {
            return null;
        }
    }

    /** Puts a copy of files aside, of links the links, and says where. It stays until somebody deletes it. */
    Path setAside(SortedMap<String, Path> files, Instant now) throws IOException {
        Path aside = state.resolve("set-aside");
        Folders.createPrivate(aside);
        Path folder = Folders.temporaryIn(aside);
        try {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                Path copy = folder.resolve(file.getKey());
                Files.createDirectories(copy.getParent());
                Files.copy(file.getValue(), copy, LinkOption.NOFOLLOW_LINKS);
            }
            Path place = aside.resolve(TIME.format(now));
            Folders.move(folder, place);
            return place;
        } finally {
            Folders.delete(folder);
        }
    }

    private void forget(List<Kept> newestFirst) throws IOException {
        for (Kept old : newestFirst.subList(Math.min(most, newestFirst.size()), newestFirst.size())) {
            Folders.delete(revisions.resolve(old.revision()));
        }
    }

    /** Null for what is no revision. */
    private static @Nullable Kept about(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        Path about = folder.resolve(ABOUT);
        if (!name.matches(REVISION) || !Files.isRegularFile(about)) {
            return null;
        }
        try {
            Kept kept = Json.mapper().readValue(Files.readAllBytes(about), Kept.class);
            return name.equals(kept.revision()) && kept.since() != null ? kept : null;
        } catch (JacksonException damaged) {
            return null;
        }
    }
}
