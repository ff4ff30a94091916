package retention.rules;

import java.util.regex.Pattern;
import retention.json.BadRequest;

/** Which names of files count in a rule folder. Names have forward slashes and begin at the folder. */
final class FileNames {

    /** The compiler writes it into Java as it is, and pages link to it. */
    private static final Pattern GOOD = Pattern.compile("[\\p{L}\\p{M}\\p{N} ._/-]+");

    /** Hidden files and folders, and what vi, Emacs and the editors of JetBrains leave beside a file while they save it. */
    private static final Pattern LEFT_OVER =
            Pattern.compile("(.*/)?(\\.[^/]*(/.*)?|[^/]*~|#[^/]*#|[^/]*\\.sw[a-p]|4913|[^/]*___jb_(tmp|old|bak)___)");

    private static final int LONGEST = 200;

    private FileNames() {}

    /** Whether the name can stand in what the compiler makes of it. */
    static boolean good(String name) {
        return GOOD.matcher(name).matches();
    }

    /** Whether it is none of the author's files: hidden, or an editor's own. Nobody is told of it. */
    static boolean leftOver(String name) {
        return LEFT_OVER.matcher(name).matches();
    }

    /** Refuses names from outside that lead out of the folder or into something that is not read. */
    static void requireInside(String name) {
        boolean plain = good(name) && name.length() <= LONGEST && !leftOver(name);
        boolean steps = name.startsWith("/") || name.endsWith("/") || name.contains("//");
        if (!plain || steps) {
            throw new BadRequest(
                    "files",
                    "a name is that of a file inside the rule folder, like trust/delivery.drl: letters, digits, spaces, "
                            + "dots, hyphens and underscores, " + LONGEST + " characters at most, none hidden");
        }
    }
}
