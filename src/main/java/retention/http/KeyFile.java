package retention.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.json.DidYouMean;

/**
 * The keys file, for whoever keeps it. Comments and the order of lines stay; a server sees the file before a change or after
 * it, never between. Throws IllegalArgumentException for what cannot be done, with file and line if the file is no good.
 */
public final class KeyFile {

    private static final String HEAD =
            "# API keys: name, scopes, hash of the key, and until which day it is good. 'advisor keys --help' tells more.";

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /** All keys, in their order. */
    public static List<ApiKey> read(Path file) throws IOException {
        return KeyLines.read(file.toString(), Files.readAllBytes(file));
    }

    /** Adds the hash of a key; makes the file, for its owner only, if there is none. */
    public static ApiKey add(Path file, String name, String scopes, String key, @Nullable LocalDate lastDay)
            throws IOException {
        var made = new ApiKey(KeyLines.name(name), KeyLines.scopes(scopes), ApiKey.hash(key), lastDay);
        var lines = new ArrayList<String>();
        if (Files.exists(file)) {
            if (names(read(file)).contains(name)) {
                throw new IllegalArgumentException("there is a key of " + name + " in " + file
                        + " already; to rotate it, add one of another name, such as " + name + "-2");
            }
            lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
        } else {
            lines.add(HEAD);
        }
        lines.add(made.line());
        write(file, lines);
        return made;
    }

    /** Takes a key out; how many are left. */
    public static int remove(Path file, String name) throws IOException {
        List<String> names = names(read(file));
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no key of " + name + " in " + file + DidYouMean.hint(name, names));
        }
        List<String> kept = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !Optional.ofNullable(KeyLines.key(line))
                        .map(ApiKey::name)
                        .equals(Optional.of(name)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (kept.isEmpty()) {
            kept.add(HEAD); // a file without any text looks as if somebody were writing it
        }
        write(file, kept);
        return names.size() - 1;
    }

    private static List<String> names(List<ApiKey> keys) {
        return keys.stream().map(ApiKey::name).toList();
    }

    /** Into a new file that takes the place of the one before it, and belongs to whom that one did. */
    private static void write(Path file, List<String> lines) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = Objects.requireNonNull(real.getParent());
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder);
        }
        Path made = Files.createTempFile(folder, ".keys", ""); // for its owner only
        try {
            Files.writeString(made, String.join("\n", lines) + "\n");
            belongAs(real, made);
            Files.move(made, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /** A file that a group may read, for the server runs in it, stays so; nobody but the owner may write. */
    private static void belongAs(Path before, Path made) throws IOException {
        var to = Files.getFileAttributeView(made, PosixFileAttributeView.class);
        if (to == null || !Files.exists(before)) {
            return;
        }
        PosixFileAttributes from = Files.readAttributes(before, PosixFileAttributes.class);
        if (!to.readAttributes().owner().equals(from.owner())) {
            to.setOwner(from.owner());
        }
        if (!to.readAttributes().group().equals(from.group())) {
            to.setGroup(from.group());
        }
        Set<PosixFilePermission> granted = EnumSet.copyOf(OWNER);
        granted.addAll(from.permissions());
        granted.remove(PosixFilePermission.GROUP_WRITE);
        granted.remove(PosixFilePermission.OTHERS_WRITE);
        to.setPermissions(granted);
    }
}
