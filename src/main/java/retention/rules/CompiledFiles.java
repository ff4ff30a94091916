package retention.rules;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import retention.json.Hash;
import retention.rules.store.ClassBytes;
import retention.rules.store.Fingerprint;
import retention.rules.store.Store;

/**
 * Rule files that have been compiled already, so that an edit compiles one file and not all: in memory while an open rule
 * book holds them, and where a folder is given on disk for the next start. Thread-safe.
 */
public final class CompiledFiles {

    private final Map<String, WeakReference<LoadedFile>> loaded;
    private final @Nullable Store store;
    private final Consumer<String> log;

    /** What somebody brought along, by key on disk. */
    private final Map<String, Map<String, byte[]>> brought;

    /** What was asked for or made, by key on disk; null when nobody wants to know. */
    private final @Nullable Map<String, Map<String, byte[]>> recorded;

    private CompiledFiles(
            Map<String, WeakReference<LoadedFile>> loaded,
            @Nullable Store store,
            Consumer<String> log,
            Map<String, Map<String, byte[]>> brought,
            @Nullable Map<String, Map<String, byte[]>> recorded) {
        this.loaded = loaded;
        this.store = store;
        this.log = log;
        this.brought = brought;
        this.recorded = recorded;
    }

    /** Remembers in memory alone. */
    public CompiledFiles() {
        this(new ConcurrentHashMap<>(), null, nobody -> {}, Map.of(), null);
    }

    /**
     * Remembers in a folder, too, which is made when it is needed.
     *
     * @param log is told in a line what is wrong with the folder; nothing that is wrong with it stops anybody
     */
    public CompiledFiles(Path folder, Consumer<String> log) {
        this(new ConcurrentHashMap<>(), new Store(folder, log), log, Map.of(), null);
    }

    /** The same for rules that are only looked at: none of what they become is kept on disk. */
    public CompiledFiles inMemory() {
        return new CompiledFiles(loaded, null, log, brought, null);
    }

    /** The same, and what a jar holds. */
    CompiledFiles with(BookJar jar) {
        if (!jar.fits()) {
            log.accept(jar.sources().shown() + " was built by another advisor or for another Java; its rules are "
                    + "compiled anew");
        }
        return new CompiledFiles(loaded, store, log, jar.classes(), recorded);
    }

    /** The same with an empty memory, noting all that is asked for and made. */
    CompiledFiles recording() {
        return new CompiledFiles(new ConcurrentHashMap<>(), store, log, brought, new ConcurrentHashMap<>());
    }

    /** What was asked for and made since {@link #recording}. */
    Map<String, Map<String, byte[]>> recorded() {
        return recorded == null ? Map.of() : recorded;
    }

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

    /** What the compiler made of the file of this key before; null when that is not known. */
    @Nullable
    Map<String, byte[]> before(String key) {
        String name = diskKey(key);
        Map<String, byte[]> classes = brought.containsKey(name) ? brought.get(name) : onDisk(name);
        return classes == null ? null : record(name, classes);
    }

    private @Nullable Map<String, byte[]> onDisk(String name) {
        byte[] packed = store == null ? null : store.find(Store.Kind.FILE, name);
        try {
            return packed == null ? null : ClassBytes.read(packed);
        } catch (IOException notClasses) {
            Objects.requireNonNull(store).refuse(Store.Kind.FILE, name);
            return null;
        }
    }

    /** Keeps what the compiler made, untouched, for the next start. */
    void made(String key, Map<String, byte[]> classes) {
        String name = diskKey(key);
        record(name, classes);
        if (store != null) {
            store.keep(Store.Kind.FILE, name, ClassBytes.write(classes));
        }
    }

    private Map<String, byte[]> record(String name, Map<String, byte[]> classes) {
        if (recorded != null) {
            recorded.put(name, classes);
        }
        return classes;
    }

    /** Throws away what cannot be used; throws IOException when somebody brought it, who must know. */
    void refuse(String key) throws IOException {
        String name = diskKey(key);
        if (brought.containsKey(name)) {
            throw new IOException("it holds code that no rule becomes");
        }
        if (store != null) {
            store.refuse(Store.Kind.FILE, name);
        }
    }

    /** What the checks found in a folder of exactly these files at an earlier start; null when that is not known. */
    @Nullable
    FolderCheck checked(RuleFolder folder) {
        byte[] known = store == null ? null : store.find(Store.Kind.BOOK, diskKey(folder));
        try {
            return known == null ? null : CheckedFolder.read(known, folder);
        } catch (IllegalArgumentException notReadable) {
            refuse(folder);
            return null;
        }
    }

    /** Keeps the outcome of checks that found nothing wrong, of a folder whose rules compile and run. */
    void keepChecked(RuleFolder folder, FolderCheck check) {
        if (store != null) {
            store.keep(Store.Kind.BOOK, diskKey(folder), CheckedFolder.write(check, folder));
        }
    }

    private void refuse(RuleFolder folder) {
        if (store != null) {
            store.refuse(Store.Kind.BOOK, diskKey(folder));
        }
    }

    private static String diskKey(String key) {
        return Hash.of(List.of(Fingerprint.ofProgram(), key));
    }

    static String diskKey(RuleFolder folder) {
        var texts = new ArrayList<>(List.of(Fingerprint.ofProgram()));
        folder.files().forEach(file -> texts.addAll(List.of(file.name(), file.text())));
        return Hash.of(texts);
    }
}
