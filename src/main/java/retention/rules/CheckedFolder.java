package retention.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.Catalogue;
import retention.advice.Scales;
import retention.json.Json;
import retention.policy.ContactPolicy;
import retention.policy.Weighing;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The outcome of the checks of a rule folder as JSON, without the texts of its files.
 *
 * @param sources texts of the files that are not compiled as they are, by name
 * @param declared names of the types of fields, by name of fact and field
 */
record CheckedFolder(
        Map<String, String> sources,
        List<Rule> rules,
        SortedMap<String, SortedMap<String, String>> declared,
        Map<String, Action> actions,
        String fallback,
        String wayOut,
        @Nullable Playbook playbook,
        Scales scales,
        ContactPolicy policy,
        Weighing weighing,
        List<Warning> warnings) {

    private static final String FOLDER = "folder";

    /** A warning with the file as the folder names it: the folder may be called by another name at the next start. */
    private record Warning(Code code, String file, int line, int column, String message, String source) {}

    private static final JsonMapper MAPPER = Json.mapper()
            .rebuild()
            .addModule(new SimpleModule("files")
                    .addSerializer(new ByName())
                    .addDeserializer(RuleFile.class, new FromFolder()))
            .build();

    /** UTF-8 JSON of the checks of a folder without problems. */
    static byte[] write(FolderCheck check, RuleFolder folder) {
        Catalogue catalogue = Objects.requireNonNull(check.catalogue());
        var declared = new TreeMap<String, SortedMap<String, String>>();
        check.declared().forEach((name, fact) -> declared.put(name, fieldNames(fact)));
        return MAPPER.writeValueAsBytes(new CheckedFolder(
                check.sources().stream()
                        .filter(file -> !folder.files().contains(file))
                        .collect(Collectors.toMap(RuleFile::name, RuleFile::text)),
                check.rules(),
                declared,
                catalogue.actions(),
                catalogue.fallback().code(),
                catalogue.wayOut().code(),
                check.playbook(),
                Objects.requireNonNull(check.scales()),
                Objects.requireNonNull(check.policy()),
                Objects.requireNonNull(check.weighing()),
                check.warnings().stream()
                        .map(problem -> warning(problem, folder))
                        .toList()));
    }

    private static Warning warning(Problem problem, RuleFolder folder) {
        String file = problem.file().substring(folder.shown().length());
        return new Warning(problem.code(), file, problem.line(), problem.column(), problem.message(), problem.source());
    }

    /** The outcome for the same files; throws IllegalArgumentException for what is none. */
    static FolderCheck read(byte[] json, RuleFolder folder) {
        try {
            CheckedFolder checked = MAPPER.readerFor(CheckedFolder.class)
                    .withAttribute(FOLDER, folder)
                    .readValue(json);
            return checked.check(folder);
        } catch (JacksonException | NullPointerException other) {
            throw new IllegalArgumentException(other);
        }
    }

    private FolderCheck check(RuleFolder folder) {
        List<RuleFile> compiled = folder.ruleFiles().stream()
                .map(file -> file.with(sources.getOrDefault(file.name(), file.text())))
                .toList();
        var facts = new TreeMap<String, Declared>();
        declared.forEach((name, fields) -> facts.put(name, fact(name, fields)));
        var catalogue = new Catalogue(
                actions, Objects.requireNonNull(actions.get(fallback)), Objects.requireNonNull(actions.get(wayOut)));
        List<Problem> told = warnings.stream()
                .map(w -> new Problem(w.code, folder.shown() + w.file, w.line, w.column, w.message, w.source))
                .toList();
        return new FolderCheck(compiled, rules, facts, catalogue, playbook, scales, policy, weighing, told);
    }

    private static SortedMap<String, String> fieldNames(Declared fact) {
        var names = new TreeMap<String, String>();
        fact.fields().forEach((field, type) -> names.put(field, type.getSimpleName()));
        return names;
    }

    private static Declared fact(String name, SortedMap<String, String> fieldNames) {
        var fields = new TreeMap<String, Class<?>>();
        fieldNames.forEach((field, type) -> fields.put(field, Objects.requireNonNull(Declared.TYPES.get(type))));
        return new Declared(name, fields);
    }

    private static final class ByName extends StdSerializer<RuleFile> {
        ByName() {
            super(RuleFile.class);
        }

        @Override
        public void serialize(RuleFile file, JsonGenerator json, SerializationContext context) {
            json.writeString(file.name());
        }
    }

    private static final class FromFolder extends ValueDeserializer<RuleFile> {
        @Override
        public RuleFile deserialize(JsonParser json, DeserializationContext context) {
            var folder = (RuleFolder) Objects.requireNonNull(context.getAttribute(FOLDER));
            return folder.file(json.getString()).orElseThrow(() -> new IllegalArgumentException("another folder"));
        }
    }
}
