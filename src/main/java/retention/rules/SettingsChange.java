package retention.rules;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A file with settings that differs between two folders, as lines that stand together and changed. */
record SettingsChange(String name, List<String> lines, List<Part> parts) {

    /** With more, a file is taken as one piece: each has to be tried. */
    private static final int MOST_PARTS = 30;

    /** Lines behind one another that changed: from line {@code at} of the old file, from 0, {@code old} lines. */
    record Part(Piece piece, int at, int old) {}

    static List<SettingsChange> between(RuleFolder then, RuleFolder now) {
        var names = new TreeSet<String>();
        then.files().stream().filter(file -> !file.rules()).forEach(file -> names.add(file.name()));
        now.files().stream().filter(file -> !file.rules()).forEach(file -> names.add(file.name()));
        names.remove(RuleFolder.PLAYBOOK);
        var changes = new ArrayList<SettingsChange>();
        for (String name : names) {
            RuleFile before = then.file(name).orElse(null);
            RuleFile after = now.file(name).orElse(null);
            List<Part> parts = parts(name, before, after);
            if (!parts.isEmpty()) {
                changes.add(new SettingsChange(name, lines(before), parts));
            }
        }
        return changes;
    }

    List<Piece> pieces() {
        return parts.stream().map(Part::piece).toList();
    }

    /** The old file with the taken pieces as they are now; empty when there is none. */
    String text(Set<Piece> taken) {
        var mixed = new ArrayList<>(lines);
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (taken.contains(part.piece)) {
                List<String> old = mixed.subList(part.at, part.at + part.old);
                old.clear();
                Piece.Place place = part.piece.now();
                old.addAll(place == null ? List.of() : place.lines());
            }
        }
        return mixed.isEmpty() ? "" : String.join("\n", mixed) + "\n";
    }

    private static List<Part> parts(String name, @Nullable RuleFile before, @Nullable RuleFile after) {
        var parts = new ArrayList<Part>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(lines(before), lines(after)).getDeltas()) {
            Piece.Place then = place(before, delta.getSource());
            Piece.Place now = place(after, delta.getTarget());
            if (says(delta.getSource()) || says(delta.getTarget())) {
                int at = delta.getSource().getPosition();
                parts.add(new Part(
                        new Piece(Piece.Kind.SETTING, name, then, now),
                        at,
                        delta.getSource().size()));
            }
        }
        return parts.size() <= MOST_PARTS ? parts : List.of(whole(name, before, after));
    }

    private static Part whole(String name, @Nullable RuleFile before, @Nullable RuleFile after) {
        var then = new Chunk<>(0, lines(before));
        var now = new Chunk<>(0, lines(after));
        return new Part(
                new Piece(Piece.Kind.SETTING, name, place(before, then), place(after, now)),
                0,
                lines(before).size());
    }

    private static Piece.@Nullable Place place(@Nullable RuleFile file, Chunk<String> lines) {
        return file == null || lines.size() == 0
                ? null
                : new Piece.Place(file.shown(), lines.getPosition() + 1, List.copyOf(lines.getLines()));
    }

    /** Whether any line is more than a remark. */
    private static boolean says(Chunk<String> lines) {
        return lines.getLines().stream().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    private static List<String> lines(@Nullable RuleFile file) {
        return file == null ? List.of() : file.text().lines().toList();
    }
}
