package retention.rules;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Rule files that have been compiled already, so that an edit compiles one file and not all. A file is forgotten when no
 * open rule book holds it. Thread-safe.
 */
public final class CompiledFiles {

    private final Map<String, WeakReference<LoadedFile>> loaded = new ConcurrentHashMap<>();

    /** The file of this key as an open rule book holds it; null when none does. */
    @Nullable
    LoadedFile find(String key) {
        WeakReference<LoadedFile> known = loaded.get(key);
        return known == null ? null : known.get();
    }

    /** Remembers a file; gives back the one that was there first. */
    LoadedFile keep(String key, LoadedFile file) {
        loaded.values().removeIf(known -> known.get() == null);
        WeakReference<LoadedFile> kept =
                loaded.merge(key, new WeakReference<>(file), (old, made) -> old.get() == null ? made : old);
        LoadedFile first = kept.get();
        return first == null ? file : first;
    }
}
