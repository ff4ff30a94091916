package retention.reload;

import java.nio.file.Path;
import retention.rules.RuleSources;

/**
 * What the server tells others of places in the rule folder: they begin with its own name, such as {@code rules/trust.drl}. Where
 * on the machine the folder lies is nobody else's business.
 */
final class OwnName {

    private OwnName() {}

    /** The name of the folder, or of the jar, without what leads there. */
    static Path of(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? Path.of("") : name; // the root itself
    }

    /** As {@link RuleSources#read}, with such places in all messages. */
    static RuleSources read(Path folder) {
        return RuleSources.read(folder).shownAs(of(folder));
    }

    /** A sentence without the way to the folder, which the system may have written into it. */
    static String in(String words, Path folder) {
        String name = RuleSources.shown(of(folder));
        return words.replace(folder.toAbsolutePath().normalize().toString(), name);
    }
}
