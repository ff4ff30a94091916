package retention.rules;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;

/** Which names of files count in a rule folder, and what they say. Names have forward slashes and begin at the folder. */
final class FileNames {

    private static final String RULES = ".drl";
    private static final String YAML = ".yaml";
    private static final String CATALOGUE = "actions/";
    private static final String OTHER_SETTINGS = RuleFolder.SCORES + ", " + RuleFolder.ARBITRATION + ", "
            + RuleFolder.CONTACT_POLICY + " and " + RuleFolder.PLAYBOOK;

    /** The compiler writes it into Java as it is, and pages link to it. */
    private static final Pattern GOOD = Pattern.compile("[\\p{L}\\p{M}\\p{N} ._/-]+");

    /** Hidden files and folders, and what editors and Windows leave beside a file. */
    private static final Pattern LEFT_OVER =
            Pattern.compile("(.*/)?(\\.[^/]*(/.*)?|~\\$[^/]*|[^/]*~|#[^/]*#|[^/]*\\.sw[a-p]"
                    + "|4913|[^/]*___jb_(tmp|old|bak)___|(?i:thumbs\\.db|desktop\\.ini))");

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

    /** Why a file of this name would not be read as its author means it; null when it would. */
    static @Nullable String refusal(String name, boolean setting) {
        String low = name.toLowerCase(Locale.ROOT);
        String stem = name.replaceFirst("\\.[^/]*$", "");
        if (name.endsWith(RULES)) {
            return name.startsWith(CATALOGUE)
                    ? "would be ignored: actions/ holds the catalogue, rules stand elsewhere"
                    : null;
        }
        if (setting || low.endsWith(".md")) {
            return null;
        }
        if (low.endsWith(RULES) || low.contains(RULES + ".")) {
            return "would be ignored: rename it to " + stem + RULES;
        }
        if (low.endsWith(".yml")) {
            return "would be ignored: settings end in .yaml"
                    + (known(stem + YAML) ? ", so rename it to " + stem + YAML : "");
        }
        if (low.endsWith(YAML)) {
            return "would be ignored: settings are " + RuleFolder.ACTIONS + ", " + OTHER_SETTINGS
                    + " in the rule folder itself, and files in actions/";
        }
        if (low.matches(".*\\.(dsl|dslr|xls|xlsx|ods|csv)")) {
            return "would be ignored: rules are written in files that end in .drl, not in tables or in a language of their own";
        }
        return "would be ignored: rule files end in .drl, settings are " + RuleFolder.ACTIONS + ", actions/*.yaml, "
                + OTHER_SETTINGS;
    }

    private static boolean known(String name) {
        return name.startsWith(CATALOGUE) || RuleFolder.SETTINGS.contains(name);
    }
}
