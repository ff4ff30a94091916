package retention.rules.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import retention.json.Hash;

/** Hashes that say what compiled rules hang on: the program, its libraries, the JDK. Thread-safe. */
public final class Fingerprint {

    /** Libraries tell their version by their names. */
    private static final String LIBRARIES = Stream.of(
                    System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(path -> path.substring(path.replace('\\', '/').lastIndexOf('/') + 1))
            .filter(name -> name.endsWith(".jar"))
            .sorted()
            .reduce("", (all, name) -> all + " " + name);

    private static final String JDK = System.getProperty("java.vm.version") + " " + System.getProperty("java.version")
            + " " + System.getProperty("java.vendor");

    private static final String PROGRAM = Hash.of(List.of(program(), LIBRARIES, JDK));

    private Fingerprint() {}

    /** Of this program, every class of it, its libraries and this JDK. */
    public static String ofProgram() {
        return PROGRAM;
    }

    /** The jar's own list of what it holds is enough against mistakes; who can change the jar can change all. */
    private static String program() {
        try {
            Path code = Path.of(Fingerprint.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Hash.of(Files.isDirectory(code) ? files(code) : entries(code));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible); // the class loader made it
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        var hashes = new ArrayList<String>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                hashes.add(folder.relativize(file) + " " + Hash.of(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }
}
