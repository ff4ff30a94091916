package retention.rules;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.json.DidYouMean;

/** Tells what is wrong with the entries of {@code contact-policy.yaml}, and remembers whether anything was. One object for one file. */
final class PolicyEntries {

    private final RuleFile file;
    private final Settings settings;
    private boolean fine = true;

    PolicyEntries(RuleFile file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /** Whether nothing was wrong so far. */
    boolean fine() {
        return fine;
    }

    /** Reports what is wrong at the end of some keys. */
    void report(Code code, String message, String... path) {
        fine = false;
        settings.report(file, Fault.of(code, message, path));
    }

    /** The place of an entry, with the law that it rests on. */
    String reference(@Nullable String law, String... path) {
        String line = file.name() + ":" + settings.line(file, List.of(path));
        return law == null || law.isBlank() ? line : law.strip() + " (" + line + ")";
    }

    /** A text that must be there; empty when it is not, which has then been reported. */
    String words(@Nullable String value, String meaning, String... path) {
        if (value == null || value.isBlank()) {
            String key = path[path.length - 1];
            report(Code.MISSING_ENTRY, key + (value == null ? " is missing: " : " is empty: ") + meaning, path);
            return "";
        }
        return value.strip();
    }

    /** Whether a value is there; that it is not has then been reported. */
    boolean there(@Nullable Object value, String meaning, String... path) {
        if (value == null) {
            report(Code.MISSING_ENTRY, path[path.length - 1] + " is missing: " + meaning, path);
        }
        return value != null;
    }

    /** A whole number within bounds; the lower bound when it is none, which has then been reported. */
    int number(@Nullable Integer value, int least, int most, String meaning, String... path) {
        if (value == null) {
            there(null, meaning, path);
            return least;
        }
        if (value < least || value > most) {
            String key = path[path.length - 1];
            report(Code.LIMIT, key + " must be from " + least + " to " + most + ": " + meaning, path);
            return least;
        }
        return value;
    }

    /** Whether a name is among those that there are; that it is not has then been reported. */
    boolean known(String what, @Nullable String name, Collection<String> names, String... path) {
        if (name == null || names.contains(name)) {
            return name != null;
        }
        report(Code.SUBJECT, "there is no " + what + " \"" + name + "\"" + DidYouMean.hint(name, names), path);
        return false;
    }
}
