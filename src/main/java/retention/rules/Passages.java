package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts the bones of a rule file into rules, declared facts and the rest. One object for one text. */
final class Passages {

    private static final Pattern WORD = Pattern.compile("(?<![\\w.$@])[\\p{L}_]\\w*");
    private static final Set<String> ON_A_LINE = Set.of("package", "import", "global", "unit", "dialect");
    private static final Set<String> OTHER = Set.of("function", "query", "template");

    private final String bones;
    private final List<Passage> passages = new ArrayList<>();
    private Passage.@Nullable Kind open;
    private int begin;

    /** Whether what is open ends with its line. */
    private boolean onALine;

    private Passages(String bones) {
        this.bones = bones;
    }

    /** The passages in their order; what lies between them is blank. */
    static List<Passage> of(String bones) {
        var cut = new Passages(bones);
        Matcher word = WORD.matcher(bones);
        while (word.find()) {
            cut.word(word.group(), word.start(), word.end());
        }
        cut.close(bones.length(), false);
        return cut.passages;
    }

    private void word(String written, int from, int to) {
        String word = written.toLowerCase(Locale.ROOT);
        boolean inside = open == Passage.Kind.RULE || open == Passage.Kind.DECLARE;
        if (inside && word.equals("end") && (written.equals("end") || startsLine(from))) {
            close(to, true);
        } else if (open != null && !startsLine(from) && (inside || !named(to))) {
            return;
        } else if (word.equals("rule")) {
            start(Passage.Kind.RULE, from);
        } else if (word.equals("declare")) {
            start(Passage.Kind.DECLARE, from);
        } else if (!inside && (ON_A_LINE.contains(word) || OTHER.contains(word))) {
            start(Passage.Kind.OTHER, from);
            onALine = ON_A_LINE.contains(word);
        } else if (open == null || (open == Passage.Kind.OTHER && onALine)) {
            start(Passage.Kind.STRAY, from);
        }
    }

    private void start(Passage.Kind kind, int from) {
        close(from, false);
        open = kind;
        begin = from;
    }

    private void close(int to, boolean closed) {
        if (open != null) {
            passages.add(new Passage(open, begin, to, closed));
            open = null;
        }
    }

    /** A rule may begin behind something else, but then its name tells it from the word in a sentence. */
    private boolean named(int from) {
        int next = from;
        while (next < bones.length() && bones.charAt(next) == ' ') {
            next++;
        }
        return next < bones.length() && bones.charAt(next) == '"';
    }

    private boolean startsLine(int at) {
        int before = at - 1;
        while (before >= 0 && (bones.charAt(before) == ' ' || bones.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || bones.charAt(before) == '\n';
    }
}
