package retention.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What sets two revisions of a rule folder apart, piece by piece, and the folders between both: the old one with some pieces as
 * they are now. Remarks and the playbook are no pieces, for they decide nothing. Immutable.
 */
public final class Differences {

    private final RuleBook then;
    private final RuleText textThen;
    private final RuleText textNow;
    private final List<SettingsChange> settings;
    private final List<Piece> pieces;

    private Differences(RuleBook then, RuleBook now) {
        this.then = then;
        this.textThen = RuleText.of(then);
        this.textNow = RuleText.of(now);
        this.settings = SettingsChange.between(then.folder(), now.folder());
        var found = new ArrayList<Piece>(textThen.rules(textNow));
        settings.forEach(change -> found.addAll(change.pieces()));
        if (!then.declared().equals(now.declared())) {
            found.addAll(textThen.declarations(textNow));
        }
        found.sort(Comparator.comparing(Piece::kind).thenComparing(Piece::name).thenComparing(Piece::line));
        this.pieces = List.copyOf(found);
    }

    /** Between two open books; both stay open. */
    public static Differences between(RuleBook then, RuleBook now) {
        return new Differences(then, now);
    }

    /** Rules first, then settings, then declarations, each by the alphabet and place. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** The old folder with these pieces as they are now; it need not load. */
    public RuleSources with(Set<Piece> taken) {
        var files = new TreeMap<String, byte[]>();
        var names = new TreeSet<>(textThen.files());
        names.addAll(textNow.files());
        for (String name : names) {
            put(files, name, textThen.mixed(textNow, name, pieces, taken));
        }
        for (RuleFile file : then.folder().files()) {
            if (!file.rules() && !file.name().equals(RuleFolder.PLAYBOOK)) {
                put(files, file.name(), file.text());
            }
        }
        settings.forEach(change -> put(files, change.name(), change.text(taken)));
        return RuleSources.of(then.folder().shown(), files);
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        if (text.isEmpty()) {
            files.remove(name);
        } else {
            files.put(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
