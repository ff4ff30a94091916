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
import java.util.Objects;
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
    private static final String LEADS_OUT =
            "is not read: it is a link that leads out of the rule folder, so put the file itself here";

    /** Far more than anybody writes by hand; what is larger must not take the memory of a running server. In bytes. */
    public static final int LARGEST = 1 << 20;

    private static final long LARGEST_IN_ALL = 16 << 20;
    private static final int MOST = 2_000;

    private final String shown;
    private final SortedMap<String, byte[]> files;

    /** Why a file was not read, by its name. */
    private final SortedMap<String, String> refused;

    private final @Nullable BookJar jar;

    private RuleSources(
            String shown, SortedMap<String, byte[]> files, SortedMap<String, String> refused, @Nullable BookJar jar) {
        this.shown = shown;
        this.files = Collections.unmodifiableSortedMap(files);
        this.refused = Collections.unmodifiableSortedMap(refused);
        this.jar = jar;
    }

    /**
     * Reads the folder, or the jar that {@link RuleBook#build} made of one. Throws {@link BadRules} when there is none and
     * when a jar is damaged, UncheckedIOException when it cannot be read or a file disappears meanwhile. A file is not read,
     * which is a problem of the folder, when it is a link that leads out, larger than 1 MiB, or one too many.
     */
    public static RuleSources read(Path folder) {
        String shown = shown(folder);
        if (Files.isRegularFile(folder)) {
            BookJar jar = BookJar.read(folder);
            return new RuleSources(shown, jar.sources().all(), new TreeMap<>(), jar);
        }
        if (!Files.isDirectory(folder)) {
            throw new BadRules(List.of(Problem.of(Code.NO_FOLDER, shown, "there is no such folder")));
        }
        var files = new TreeMap<String, byte[]>();
        var refused = new TreeMap<String, String>();
        FolderWalk walk = walk(folder);
        long left = LARGEST_IN_ALL;
        for (Map.Entry<String, Path> file : walk.paths().entrySet()) {
            String name = file.getKey();
            if (page(name)) {
                continue;
            }
            boolean read = RuleFolder.reads(name);
            String refusal =
                    walk.leadOut().contains(name) ? LEADS_OUT : read ? refusal(file.getValue(), files, left) : null;
            byte[] bytes = read && refusal == null ? bytes(file.getValue()) : NOT_READ;
            left -= bytes.length;
            files.put(name, bytes);
            if (refusal != null) {
                refused.put(name, refusal);
            }
        }
        return new RuleSources(shown, files, refused, null);
    }

    private static @Nullable String refusal(Path file, Map<String, byte[]> before, long left) {
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                return "is not read: it is larger than 1 MiB";
            }
            return size > left || before.size() >= MOST
                    ? "is not read: a rule folder holds " + MOST + " files and 16 MiB at most"
                    : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Files that were read from elsewhere. */
    static RuleSources of(String shown, SortedMap<String, byte[]> files) {
        return new RuleSources(shown, files, new TreeMap<>(), null);
    }

    /** The files that count, by name; editors' own files and hidden ones do not. Throws UncheckedIOException. */
    public static SortedMap<String, Path> paths(Path folder) {
        return walk(folder).paths();
    }

    private static FolderWalk walk(Path folder) {
        try {
            return new FolderWalk(folder.toRealPath()).walk(); // the folder itself may be a link
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
        var notRead = new TreeMap<>(refused);
        for (Map.Entry<String, @Nullable String> change : changes.entrySet()) {
            FileNames.requireInside(change.getKey());
            notRead.remove(change.getKey());
            String text = change.getValue();
            if (text != null) {
                changed.put(change.getKey(), text.getBytes(StandardCharsets.UTF_8));
            } else if (changed.remove(change.getKey()) == null) {
                throw new BadRequest("files", change.getKey() + " cannot be left out: there is no such file");
            }
        }
        return new RuleSources(shown, changed, notRead, jar);
    }

    /** The same files as if they lay in another folder, for messages. */
    public RuleSources shownAs(Path folder) {
        return new RuleSources(shown(folder), new TreeMap<>(files), refused, jar);
    }

    /** A folder as messages name it. */
    public static String shown(Path folder) {
        return folder.toString().replace('\\', '/');
    }

    /** The folder as messages name it. */
    public String shown() {
        return shown;
    }

    /** What is compiled already, with what came in the same jar. */
    CompiledFiles compiled(CompiledFiles known) {
        return jar == null ? known : known.with(jar);
    }

    /** Why the file of this name was not read; null when it was, or holds neither rules nor settings. */
    @Nullable
    String refusal(String name) {
        return refused.get(name);
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
        names.removeIf(name -> Arrays.equals(files.get(name), other.files.get(name))
                && Objects.equals(refused.get(name), other.refused.get(name)));
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
