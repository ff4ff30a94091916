package retention.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.rules.RuleSources;

/**
 * Replaces the files of a rule folder. Each file is there as it was or as it shall be, whatever happens meanwhile; links are
 * replaced, never written through.
 */
final class FolderWriting {

    private final Path folder;

    /** Of a folder whose name holds no links any more. */
    FolderWriting(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes away what stands where a file is to be: a link or a file in the place of a folder, a folder in the place of a
     * file. It is there afterwards under a hidden name, so that nobody can keep a revision from coming back.
     */
    void clearWay(Collection<String> names) throws IOException {
        for (String name : names) {
            Path step = folder;
            for (Path part : Path.of(name)) {
                step = step.resolve(part);
                boolean last = step.equals(folder.resolve(name));
                boolean isFolder = Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS);
                if (last ? isFolder : !isFolder && Files.exists(step, LinkOption.NOFOLLOW_LINKS)) {
                    hide(step);
                }
            }
        }
    }

    /** Gives it a hidden name beside, which nobody reads. */
    static void hide(Path path) throws IOException {
        Path hidden = path.resolveSibling("." + path.getFileName() + ".aside");
        for (int n = 2; Files.exists(hidden, LinkOption.NOFOLLOW_LINKS); n++) {
            hidden = path.resolveSibling("." + path.getFileName() + ".aside" + n);
        }
        Folders.move(path, hidden);
    }

    /** Makes the folder hold these files, and no others but pages and what is hidden. */
    void replace(SortedMap<String, byte[]> wanted) throws IOException {
        SortedMap<String, Path> before = RuleSources.paths(folder);
        Map<Path, Path> ready = new TreeMap<>();
        try {
            for (Map.Entry<String, byte[]> file : wanted.entrySet()) {
                Path place = folder.resolve(file.getKey());
                if (!holds(before.get(file.getKey()), file.getValue())) {
                    ready.put(place, beside(place, file.getValue()));
                }
            }
            for (Map.Entry<Path, Path> file : ready.entrySet()) { // all were written, so no disk is full any more
                Folders.move(file.getValue(), file.getKey());
            }
        } finally {
            for (Path left : ready.values()) {
                Files.deleteIfExists(left);
            }
        }
        remove(before, wanted);
    }

    private void remove(SortedMap<String, Path> before, SortedMap<String, byte[]> wanted) throws IOException {
        for (Map.Entry<String, Path> file : before.entrySet()) {
            if (!wanted.containsKey(file.getKey()) && !RuleSources.page(file.getKey())) {
                Files.deleteIfExists(file.getValue());
            }
        }
    }

    private static boolean holds(@Nullable Path file, byte[] bytes) throws IOException {
        return file != null
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    /** A hidden file with these bytes, in the same folder, so that renaming it is one step. */
    private static Path beside(Path place, byte[] bytes) throws IOException {
        Files.createDirectories(place.getParent());
        Path file = place.resolveSibling("." + place.getFileName() + ".new");
        Files.deleteIfExists(file);
        Folders.write(file, bytes);
        if (Files.isRegularFile(place) && Files.getFileStore(place).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    file, Files.getPosixFilePermissions(place)); // whoever could edit it still can
        }
        return file;
    }
}
