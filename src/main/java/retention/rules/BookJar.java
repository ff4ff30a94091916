package retention.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import retention.json.BadRequest;
import retention.rules.store.ClassBytes;
import retention.rules.store.Fingerprint;
import retention.rules.store.WholeZip;

/**
 * A rule book in one file: the sources, what they were compiled to, and for what. Its hashes show damage; they do not show
 * who wrote it. Immutable.
 */
final class BookJar {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final long LARGEST = 256L << 20;
    private static final String SOURCES = "rules/";
    private static final String CLASSES = "classes/";

    private final RuleSources sources;
    private final Map<String, Map<String, byte[]>> classes;
    private final String madeFor;

    private BookJar(RuleSources sources, Map<String, Map<String, byte[]>> classes, String madeFor) {
        this.sources = sources;
        this.classes = classes;
        this.madeFor = madeFor;
    }

    /** Reads a whole jar; throws {@link BadRules} for one that is damaged. */
    static BookJar read(Path jar) {
        String shown = RuleSources.shown(jar);
        try {
            if (Files.size(jar) > LARGEST) {
                throw new IOException("it is larger than any rule book");
            }
            Map<String, byte[]> entries = WholeZip.read(Files.readAllBytes(jar));
            byte[] manifest = entries.remove(MANIFEST);
            if (manifest == null) {
                throw new IOException("it has no manifest");
            }
            return read(shown, new Manifest(new ByteArrayInputStream(manifest)), entries);
        } catch (IOException | BadRequest damaged) {
            throw new BadRules(List.of(damaged(shown, damaged)));
        }
    }

    /** What is wrong with a jar. */
    static Problem damaged(String shown, Exception why) {
        return Problem.of(
                Code.DAMAGED_BOOK,
                shown,
                "is damaged, or no rule book that \"advisor build\" wrote (" + why.getMessage() + "): build it anew");
    }

    private static BookJar read(String shown, Manifest manifest, Map<String, byte[]> entries) throws IOException {
        var files = new TreeMap<String, byte[]>();
        var classes = new TreeMap<String, Map<String, byte[]>>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(SOURCES)) {
                String file = name.substring(SOURCES.length());
                FileNames.requireInside(file);
                files.put(file, entry.getValue());
            } else {
                String[] parts = name.split("/", 3);
                if (parts.length < 3 || !name.startsWith(CLASSES)) {
                    throw new IOException("nobody knows what " + name + " is for");
                }
                ClassBytes.requireName(parts[2]);
                classes.computeIfAbsent(parts[1], none -> new TreeMap<>()).put(parts[2], entry.getValue());
            }
        }
        var sources = RuleSources.of(shown, files);
        if (!sources.revision().equals(manifest.getMainAttributes().getValue("Revision"))) {
            throw new IOException("its rules are not those that it says");
        }
        return new BookJar(
                sources, classes, String.valueOf(manifest.getMainAttributes().getValue("Made-For")));
    }

    /**
     * Checks and compiles rules, and writes them with what they became. The same classes give the same bytes, but the
     * compiler numbers and orders what it makes as it comes: two compilations of the same sources differ in that. Throws
     * {@link BadRules}.
     */
    static byte[] write(RuleSources sources, CompiledFiles known) {
        CompiledFiles recorded = known.recording();
        RuleBook.open(sources, recorded).close();
        var entries = new TreeMap<String, byte[]>();
        sources.files().forEach((name, bytes) -> entries.put(SOURCES + name, bytes));
        recorded.recorded()
                .forEach((key, classes) ->
                        classes.forEach((path, bytes) -> entries.put(CLASSES + key + "/" + path, bytes)));
        return WholeZip.write(MANIFEST, manifest(sources.revision()), entries);
    }

    private static byte[] manifest(String revision) {
        String lines = String.join(
                "\r\n",
                "Manifest-Version: 1.0",
                "Product-Version: " + Product.version(),
                "Java-Version: " + Runtime.version(),
                "Revision: " + revision,
                "Made-For: " + Fingerprint.ofProgram());
        return (lines + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    RuleSources sources() {
        return sources;
    }

    /** What a file became, by its key; empty when it was made for another program or JDK. */
    Map<String, Map<String, byte[]>> classes() {
        return fits() ? classes : Map.of();
    }

    /** Whether this program on this JDK can use what it holds compiled. */
    boolean fits() {
        return madeFor.equals(Fingerprint.ofProgram());
    }
}
