package retention.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the name of a file in the rule folder says about it. */
final class FileName {

    private static final String RULES = ".drl";
    private static final String YAML = ".yaml";
    private static final String CATALOGUE = "actions/";

    private FileName() {}

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
            return "would be ignored: settings are " + RuleFolder.ACTIONS + ", " + RuleFolder.SCORES + " and "
                    + RuleFolder.PLAYBOOK + " in the rule folder itself, and files in actions/";
        }
        if (low.matches(".*\\.(dsl|dslr|xls|xlsx|ods|csv)")) {
            return "would be ignored: rules are written in files that end in .drl, not in tables or in a language of their own";
        }
        return "would be ignored: rule files end in .drl, settings are " + RuleFolder.ACTIONS + ", actions/*.yaml, "
                + RuleFolder.SCORES + " and " + RuleFolder.PLAYBOOK;
    }

    private static boolean known(String name) {
        return name.startsWith(CATALOGUE) || RuleFolder.SETTINGS.contains(name);
    }
}
