package retention.rules;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retention.json.Hash;

/**
 * The files of a rule folder, read once, in the order of their names.
 *
 * @param revision SHA-256 over the names and contents
 */
record RuleFolder(String shown, List<RuleFile> files, String revision) {

    static final String ACTIONS = "actions.yaml";
    static final String MORE_ACTIONS = "actions/";
    static final String SCORES = "scores.yaml";

    /** May be missing. */
    static final String PLAYBOOK = "playbook.yaml";

    /** Each is compiled on its own. */
    private static final int MOST_FILES = 500;

    /** May be missing: then a strict one that is built in holds. */
    static final String CONTACT_POLICY = "contact-policy.yaml";

    /** May be missing. */
    static final String ARBITRATION = "arbitration.yaml";

    static final Set<String> SETTINGS = Set.of(ACTIONS, SCORES, PLAYBOOK, CONTACT_POLICY, ARBITRATION);

    /** The files of a folder as texts; what cannot be used is reported. */
    static RuleFolder of(RuleSources sources, Collection<Problem> problems) {
        String shown = sources.shown();
        var files = new ArrayList<RuleFile>();
        for (Map.Entry<String, byte[]> source : sources.all().entrySet()) {
            String name = source.getKey();
            String refusal =
                    sources.refusal(name) != null ? sources.refusal(name) : FileNames.refusal(name, setting(name));
            if (!FileNames.good(name)) {
                problems.add(Problem.of(
                        Code.FILE_NAME,
                        shown + "/" + name,
                        "must have a name of letters, digits, spaces, dots, hyphens and underscores"));
            } else if (refusal != null) {
                problems.add(Problem.of(Code.IGNORED_FILE, shown + "/" + name, refusal));
            } else if (reads(name)) {
                String text = text(source.getValue());
                if (text == null) {
                    problems.add(Problem.of(Code.NOT_TEXT, shown + "/" + name, "is not UTF-8 text: save it as UTF-8"));
                } else {
                    files.add(new RuleFile(shown, name, text));
                }
            }
        }
        if (files.stream().filter(RuleFile::rules).count() > MOST_FILES) {
            problems.add(Problem.of(
                    Code.TOO_MANY, shown, "holds more than " + MOST_FILES + " rule files: put several rules into one"));
            files.removeIf(RuleFile::rules);
        } else if (files.stream().noneMatch(RuleFile::rules)) {
            problems.add(Problem.of(Code.NO_RULE_FILE, shown, "holds no rule file (*.drl)"));
        } else {
            bothStages(shown, files, problems);
        }
        return new RuleFolder(shown, List.copyOf(files), revision(files));
    }

    /** The files that hold the rest of the catalogue. */
    List<RuleFile> actionFiles() {
        return files.stream().filter(file -> ofCatalogue(file.name())).toList();
    }

    /** Whether a file of this name holds rules or settings. */
    static boolean reads(String name) {
        return FileNames.refusal(name, setting(name)) == null && !RuleSources.page(name);
    }

    private static boolean setting(String name) {
        return SETTINGS.contains(name) || ofCatalogue(name);
    }

    private static boolean ofCatalogue(String name) {
        return name.startsWith(MORE_ACTIONS) && name.endsWith(".yaml");
    }

    private static void bothStages(String shown, List<RuleFile> files, Collection<Problem> problems) {
        Set<Stage> stages =
                files.stream().filter(RuleFile::rules).map(RuleFile::stage).collect(Collectors.toSet());
        if (!stages.contains(Stage.ASSESSMENT)) {
            problems.add(Problem.of(
                    Code.NO_ASSESSMENT,
                    shown,
                    "holds no assessment.drl: nothing would be known about trust, satisfaction and switching cost"));
        }
        if (!stages.contains(Stage.STRATEGIES)) {
            problems.add(Problem.of(Code.NO_STRATEGY, shown, "holds no strategy: no rule recommends anything"));
        }
    }

    /** The texts by the names that messages have for the files. */
    Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        files.forEach(file -> texts.put(file.shown(), file.text()));
        return texts;
    }

    List<RuleFile> ruleFiles() {
        return files.stream().filter(RuleFile::rules).toList();
    }

    Optional<RuleFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** Null when the file is not UTF-8. */
    private static @Nullable String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder() // unlike a String's constructor it tells what is no UTF-8
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text; // editors on Windows put a mark in front
        } catch (CharacterCodingException otherEncoding) {
            return null;
        }
    }

    private static String revision(List<RuleFile> files) {
        return Hash.of(files.stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .flatMap(file -> Stream.of(file.name(), file.text()))
                .toList());
    }
}
