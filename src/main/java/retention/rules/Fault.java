package retention.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Something wrong with an entry of a YAML file.
 *
 * @param path the keys that lead to it
 */
record Fault(Code code, List<String> path, String message) {

    /** A fault at the end of some keys, which may lead nowhere: then it stands at the last one that is there. */
    static Fault of(Code code, String message, String... path) {
        return new Fault(code, List.of(path), message);
    }

    /** The same fault of an entry that stands below other keys. */
    Fault below(String... keys) {
        var longer = new ArrayList<>(Arrays.asList(keys));
        longer.addAll(path);
        return new Fault(code, longer, message);
    }
}
