package retention.rules;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import retention.json.Place;

/** A YAML file of people's own beside the rule folder, read with its places. Its mistakes are told as those of the folder are. Immutable. */
public final class YamlText {

    private final RuleFile file;
    private final Yaml root;

    private YamlText(RuleFile file, Yaml root) {
        this.file = file;
        this.root = root;
    }

    /** {@code folder} and {@code name} are as messages show them. Null when it is no YAML, which has then been reported. */
    public static @Nullable YamlText read(String folder, String name, String text, Collection<Problem> problems) {
        var file = new RuleFile(folder, name, text);
        Yaml root = YamlReader.read(file, problems);
        return root == null ? null : new YamlText(file, root);
    }

    /** All that it holds. */
    public Yaml root() {
        return root;
    }

    /** The file as messages name it. */
    public String shown() {
        return file.shown();
    }

    /** The file as it is written. */
    public String text() {
        return file.text();
    }

    /** Whether a part, which messages call {@code name}, can fill a record; each key, word and number that does not fit is reported. */
    public boolean fits(String name, Yaml part, Class<? extends Record> type, Collection<Problem> problems) {
        return Form.fits(name, part, type, file, problems);
    }

    /** A problem at a place of the file, whose line it shows. */
    public Problem problem(Code code, Place place, String message) {
        return file.problem(code, place.line(), place.column(), message);
    }
}
