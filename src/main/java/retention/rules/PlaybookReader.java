package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retention.json.Place;

/** Reads {@code playbook.yaml}, as strictly as the other settings. One object for one file. */
final class PlaybookReader {

    /** {@code playbook.yaml} as written. */
    private record BookText(@Nullable List<@Nullable PartText> parts) {}

    private record PartText(
            @Nullable String title,
            @Nullable String about,
            @Nullable Map<String, @Nullable PlayText> plays) {}

    private record PlayText(
            @Nullable String when,
            @Nullable String what,
            @Nullable String keptBy) {}

    private final RuleFile file;
    private final Settings settings;
    private final Collection<Problem> problems;
    private final Map<String, Integer> places = new HashMap<>();

    /** Where reading has come to: plays are met in the order of the file. */
    private int at;

    private PlaybookReader(RuleFile file, Settings settings, Collection<Problem> problems) {
        this.file = file;
        this.settings = settings;
        this.problems = problems;
    }

    /** Null when the folder has no playbook, or one with problems, which have then been reported. */
    static @Nullable Playbook read(RuleFolder folder, Settings settings, Collection<Problem> problems) {
        return folder.file(RuleFolder.PLAYBOOK)
                .map(file -> new PlaybookReader(file, settings, problems).read())
                .orElse(null);
    }

    private @Nullable Playbook read() {
        int before = problems.size();
        BookText text = settings.read(file, BookText.class);
        if (text == null) {
            return null;
        }
        if (text.parts == null || text.parts.isEmpty()) {
            problems.add(
                    file.problem(Code.MISSING_ENTRY, 0, "names no part: write parts: [{ title: ..., plays: ... }]"));
            return null;
        }
        List<Playbook.Part> parts = text.parts.stream().map(this::part).toList();
        return problems.size() == before ? new Playbook(parts) : null;
    }

    private Playbook.Part part(@Nullable PartText part) {
        if (part == null || blank(part.title) || part.plays == null || part.plays.isEmpty()) {
            problems.add(file.problem(
                    Code.MISSING_ENTRY, at, "each part needs a title and plays; the one behind this place lacks them"));
            return new Playbook.Part("", null, List.of());
        }
        var plays = new ArrayList<Playbook.Play>();
        part.plays.forEach((code, play) -> plays.add(play(code, play)));
        return new Playbook.Part(words(part.title), part.about, plays);
    }

    private Playbook.Play play(String code, @Nullable PlayText play) {
        at = place(code);
        if (!code.matches(Note.CODE)) {
            report(Code.CODE_FORM, code, "a code is written in capitals with a number behind, like T1");
        }
        Integer earlier = places.putIfAbsent(code, at);
        if (earlier != null) {
            report(
                    Code.TWICE,
                    code,
                    "is a play already: line " + Place.of(file.text(), earlier).line());
        }
        if (play == null || blank(play.when) || blank(play.what)) {
            report(Code.MISSING_ENTRY, code, "needs when (how we notice) and what (what we do about it)");
            return new Playbook.Play(code, "", "", null);
        }
        if (play.keptBy != null && play.keptBy.isBlank()) {
            report(Code.MISSING_ENTRY, code, "keptBy needs a sentence that says what keeps it");
        }
        return new Playbook.Play(code, words(play.when), words(play.what), play.keptBy);
    }

    private int place(String code) {
        Matcher key = Pattern.compile("(?<!\\w)" + Pattern.quote(code) + "[\"']?\\s*:")
                .matcher(file.text());
        return key.find(Math.min(file.text().length(), at + 1)) ? key.start() : at;
    }

    private void report(Code kind, String code, String message) {
        problems.add(file.problem(kind, at, code + ": " + message));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
