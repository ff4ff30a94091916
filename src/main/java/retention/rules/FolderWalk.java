package retention.rules;

import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the files of a rule folder that count. A link to a file counts as that file; links to folders are not followed,
 * and hidden folders, such as a repository's, not entered. Used once, by one thread.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final SortedMap<String, Path> paths = new TreeMap<>();

    FolderWalk(Path folder) {
        this.folder = folder;
    }

    /** What was found, by the name inside the folder, with forward slashes. */
    SortedMap<String, Path> paths() {
        return paths;
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
        }
        return FileVisitResult.CONTINUE;
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
