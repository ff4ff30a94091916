package retention.rules;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the files of a rule folder that count. A link to a file inside the folder counts as that file, one that leads out is
 * only named, for its file is none of the author's; links to folders are not followed, and hidden folders, such as a
 * repository's, not entered. Used once, by one thread.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final SortedMap<String, Path> paths = new TreeMap<>();
    private final SortedSet<String> leadOut = new TreeSet<>();

    /** Of a folder whose name holds no links any more. */
    FolderWalk(Path folder) {
        this.folder = folder;
    }

    /** Walks through it. */
    FolderWalk walk() throws IOException {
        Files.walkFileTree(folder, this);
        return this;
    }

    /** What was found, by the name inside the folder, with forward slashes. */
    SortedMap<String, Path> paths() {
        return paths;
    }

    /** Those of them that are links to something outside the folder. */
    SortedSet<String> leadOut() {
        return leadOut;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
        boolean skip = !inner.equals(folder) && FileNames.leftOver(name(inner));
        return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        boolean regular = attributes.isRegularFile() || (attributes.isSymbolicLink() && Files.isRegularFile(file));
        if (regular && !FileNames.leftOver(name(file))) {
            paths.put(name(file), file);
            if (attributes.isSymbolicLink() && leadsOut(file)) {
                leadOut.add(name(file));
            }
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean leadsOut(Path link) {
        try {
            return !link.toRealPath().startsWith(folder);
        } catch (IOException gone) {
            return true;
        }
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
