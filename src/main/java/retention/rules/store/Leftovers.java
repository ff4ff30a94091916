package retention.rules.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Removes entries that are too many, and what processes left behind that were killed while they wrote. */
final class Leftovers {

    private static final Duration LONG_DEAD = Duration.ofHours(1);

    private final Path folder;

    Leftovers(Path folder) {
        this.folder = folder;
    }

    /** Removes the oldest of a kind beyond its number; {@code written} has just been added. */
    void tidy(Path written, Store.Kind kind) throws IOException {
        List<Dated> entries = named(kind.suffix);
        entries.sort((a, b) -> a.at.compareTo(b.at));
        for (Dated old : entries.subList(0, Math.max(0, entries.size() - kind.most))) {
            Files.deleteIfExists(old.path);
        }
        for (Dated unfinished : named(Store.UNFINISHED)) {
            if (Duration.between(unfinished.at.toInstant(), modified(written).toInstant())
                            .compareTo(LONG_DEAD)
                    > 0) {
                Files.deleteIfExists(unfinished.path);
            }
        }
    }

    /** Removes every entry. */
    void dropAll() throws IOException {
        for (Store.Kind kind : Store.Kind.values()) {
            for (Dated entry : named(kind.suffix)) {
                Files.deleteIfExists(entry.path);
            }
        }
    }

    private record Dated(Path path, FileTime at) {}

    private List<Dated> named(String suffix) throws IOException {
        var found = new ArrayList<Dated>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                found.add(new Dated(file, modified(file)));
            }
        }
        return found;
    }

    /** The beginning of time for a file that another process has removed meanwhile. */
    private static FileTime modified(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException meanwhile) {
            return FileTime.fromMillis(0);
        }
    }
}
