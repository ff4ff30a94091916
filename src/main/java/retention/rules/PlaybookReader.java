package retention.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    private final Map<String, Integer> partOfPlay = new HashMap<>();
    private boolean fine = true;

    private PlaybookReader(RuleFile file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /** Null when the folder has no playbook, or one with problems, which have then been reported. */
    static @Nullable Playbook read(RuleFolder folder, Settings settings) {
        return folder.file(RuleFolder.PLAYBOOK)
                .map(file -> new PlaybookReader(file, settings).read())
                .orElse(null);
    }

    private @Nullable Playbook read() {
        BookText text = settings.read(file, BookText.class);
        if (text == null) {
            return null;
        }
        if (text.parts == null || text.parts.isEmpty()) {
            report(Code.MISSING_ENTRY, "names no part: write parts: [{ title: ..., plays: ... }]", "parts");
            return null;
        }
        var parts = new ArrayList<Playbook.Part>();
        for (int i = 0; i < text.parts.size(); i++) {
            parts.add(part(i, Objects.requireNonNullElse(text.parts.get(i), new PartText(null, null, null))));
        }
        return fine ? new Playbook(parts) : null;
    }

    private Playbook.Part part(int index, PartText part) {
        String at = Integer.toString(index);
        needs("this part", "title", part.title, "what the plays are about", "parts", at, "title");
        var plays = new ArrayList<Playbook.Play>();
        if (part.plays == null || part.plays.isEmpty()) {
            report(Code.MISSING_ENTRY, "this part: plays is missing: the plays stand below it", "parts", at, "plays");
        } else {
            part.plays.forEach((code, play) ->
                    plays.add(play(index, code, Objects.requireNonNullElse(play, new PlayText(null, null, null)))));
        }
        return new Playbook.Part(words(part.title), part.about, plays);
    }

    private Playbook.Play play(int part, String code, PlayText play) {
        String at = Integer.toString(part);
        if (!code.matches(Note.CODE)) {
            String how = code + ": a code is written in capitals with a number behind, like T1";
            report(Code.CODE_FORM, how, "parts", at, "plays", code);
        }
        Integer earlier = partOfPlay.putIfAbsent(code, part);
        if (earlier != null) {
            int line = settings.line(file, List.of("parts", Integer.toString(earlier), "plays", code));
            report(Code.TWICE, code + ": is a play already: line " + line, "parts", at, "plays", code);
        }
        needs(code, "when", play.when, "how we notice", "parts", at, "plays", code, "when");
        needs(code, "what", play.what, "what we do about it", "parts", at, "plays", code, "what");
        if (play.keptBy != null) {
            needs(code, "keptBy", play.keptBy, "what keeps it", "parts", at, "plays", code, "keptBy");
        }
        return new Playbook.Play(code, words(play.when), words(play.what), play.keptBy);
    }

    private void needs(String whose, String key, @Nullable String value, String meaning, String... path) {
        if (value == null || value.isBlank()) {
            String lack = value == null ? " is missing: " : " is empty: ";
            report(Code.MISSING_ENTRY, whose + ": " + key + lack + meaning, path);
        }
    }

    private void report(Code code, String message, String... path) {
        fine = false;
        settings.report(file, Fault.of(code, message, path));
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
