package retention.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.rules.RuleSources;

/**
 * What can be seen of a rule folder without reading its files; if it is equal, they are most likely as they were.
 *
 * @param trouble why the folder could not be looked at; empty when it could
 */
record Footprint(SortedMap<String, Stamp> files, String trouble) {

    /** Before anything was seen. */
    static final Footprint NONE = new Footprint(new TreeMap<>(), "not looked at yet");

    /**
     * What can be seen of one file.
     *
     * @param key tells a file from another that took its name; null where the disk has no such thing
     */
    record Stamp(long size, FileTime modified, @Nullable Object key) {}

    /** Looks at the folder; never throws for what it finds there. */
    static Footprint of(Path folder) {
        var stamps = new TreeMap<String, Stamp>();
        try {
            for (Map.Entry<String, Path> file : RuleSources.paths(folder).entrySet()) {
                if (RuleSources.page(file.getKey())) {
                    continue;
                }
                var seen = Files.readAttributes(file.getValue(), BasicFileAttributes.class);
                stamps.put(file.getKey(), new Stamp(seen.size(), seen.lastModifiedTime(), seen.fileKey()));
            }
            return new Footprint(stamps, "");
        } catch (IOException | UncheckedIOException unreadable) {
            return new Footprint(new TreeMap<>(), unreadable.toString());
        }
    }
}
