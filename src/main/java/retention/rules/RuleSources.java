package retention.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;

/**
 * The files of a rule folder as they were at one moment, byte by byte, in the order of their names; of files that hold
 * neither rules nor settings the names alone, and pages not at all. Immutable and thread-safe: nobody writes into the arrays.
 */
public final class RuleSources {

    private static final byte[] NOT_READ = {};

    /** Far more than anybody writes by hand; what is larger must not take the memory of a running server. */
    private static final int LARGEST = 8 << 20;

    private final String shown;
    private final SortedMap<String, byte[]> files;
    private final @Nullable BookJar jar;

    private RuleSources(String shown, SortedMap<String, byte[]> files, @Nullable BookJar jar) {
        this.shown = shown;
        this.files = Collections.unmodifiableSortedMap(files);
        this.jar = jar;
    }

    /**
     * Reads the folder, or the jar that {@link RuleBook#build} made of one. Throws {@link BadRules} when there is none and
     * when a jar is damaged, UncheckedIOException when it cannot be read, a file disappears meanwhile or is larger than
     * 8 MiB.
     */
    public static RuleSources read(Path folder) {
        String shown = folder.toString().replace('\\', '/');
        if (Files.isRegularFile(folder)) {
            BookJar jar = BookJar.read(folder);
            return new RuleSources(shown, jar.sources().all(), jar);
        }
        if (!Files.isDirectory(folder)) {
            throw new BadRules(List.of(Problem.of(Code.NO_FOLDER, shown, "there is no such folder")));
        }
        var files = new TreeMap<String, byte[]>();
        paths(folder).forEach((name, path) -> {
            if (!page(name)) {
                files.put(name, RuleFolder.reads(name) ? bytes(path) : NOT_READ);
            }
        });
        return new RuleSources(shown, files, null);
    }

    /** Files that were read from elsewhere. */
    static RuleSources of(String shown, SortedMap<String, byte[]> files) {
        return new RuleSources(shown, files, null);
    }

    /** The files that count, by name; editors' own files and hidden ones do not. Throws UncheckedIOException. */
    public static SortedMap<String, Path> paths(Path folder) {
        try {
            Path real = folder.toRealPath(); // the folder itself may be a link
            var found = new FolderWalk(real);
            Files.walkFileTree(real, found);
            return found.paths();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The same with other texts for some names, null for files to leave out. Throws {@link BadRequest} for names that are
     * not inside the folder, and for files to leave out that are not there.
     */
    public RuleSources with(Map<String, @Nullable String> changes) {
        var changed = new TreeMap<>(files);
        for (Map.Entry<String, @Nullable String> change : changes.entrySet()) {
            FileNames.requireInside(change.getKey());
            String text = change.getValue();
            if (text != null) {
                changed.put(change.getKey(), text.getBytes(StandardCharsets.UTF_8));
            } else if (changed.remove(change.getKey()) == null) {
                throw new BadRequest("files", change.getKey() + " cannot be left out: there is no such file");
            }
        }
        return new RuleSources(shown, changed, jar);
    }

    /** The same files as if they lay in another folder, for messages. */
    public RuleSources shownAs(Path folder) {
        return new RuleSources(folder.toString().replace('\\', '/'), new TreeMap<>(files), jar);
    }

    /** The folder as messages name it. */
    public String shown() {
        return shown;
    }

    /** What is compiled already, with what came in the same jar. */
    CompiledFiles compiled(CompiledFiles known) {
        return jar == null ? known : known.with(jar);
    }

    /** Every file by name, with an empty array for those that hold neither rules nor settings. */
    SortedMap<String, byte[]> all() {
        return files;
    }

    /** The files with rules and settings, by name. */
    public SortedMap<String, byte[]> files() {
        var read = new TreeMap<>(files);
        read.keySet().removeIf(name -> !RuleFolder.reads(name));
        return read;
    }

    /** SHA-256 over the names and contents of rules and settings, as {@link RuleBook#revision()} has it. */
    public String revision() {
        return RuleFolder.of(this, new ArrayList<>()).revision();
    }

    /** Names of the files that only one of both has, or whose bytes differ. */
    public List<String> differing(RuleSources other) {
        var names = new TreeSet<>(files.keySet());
        names.addAll(other.files.keySet());
        names.removeIf(name -> Arrays.equals(files.get(name), other.files.get(name)));
        return List.copyOf(names);
    }

    /** Whether a file is a page for people, such as a README, that may stand among the rules. */
    public static boolean page(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".md");
    }

    private static byte[] bytes(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(path + " is larger than " + LARGEST + " bytes");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
