package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.json.Place;

/**
 * Finds what comes after the rules and can go two ways: each row of the contact policy and each step of the order of actions, as
 * the files of a folder have them. What a folder does not write is not its own, and no fork.
 */
final class PolicyForks {

    static final String G3 = "G3";
    static final String SECOND = "G4/second";
    static final String WAY_OUT = "wayOut";
    static final String TOO_COSTLY = "V3";
    static final String PEACE = "V4";
    static final String MOST = "most";
    static final String ONE_PER_CHANNEL = "onePerChannel";

    private static final String ORDER = "order of actions";

    private final List<One> found = new ArrayList<>();

    private PolicyForks() {}

    /** A fork, and by which line it is known. */
    record One(String line, Fork fork) {}

    /** Those of a folder, in the order of its files. */
    static List<One> of(RuleFolder folder) {
        var forks = new PolicyForks();
        if (folder.file(RuleFolder.CONTACT_POLICY).isPresent()) {
            folder.file(RuleFolder.ACTIONS).ifPresent(forks::catalogue);
        }
        folder.file(RuleFolder.ARBITRATION).ifPresent(forks::order);
        folder.file(RuleFolder.CONTACT_POLICY).ifPresent(forks::policy);
        return forks.found;
    }

    private void catalogue(RuleFile file) {
        Yaml.Field wayOut = read(file).field(WAY_OUT);
        if (wayOut != null) {
            add(
                    WAY_OUT,
                    Fork.Kind.SAID,
                    "G4 the way out",
                    file,
                    wayOut.place(),
                    "the way out: " + wayOut.value().words());
        }
    }

    private void order(RuleFile file) {
        var top = new Place(1, 1);
        Yaml yaml = read(file);
        String costly = "V3: the expected value does not exceed the cost";
        String peace = "V4: the priority does not exceed that of leaving the customer in peace";
        add(TOO_COSTLY, Fork.Kind.ARBITRATION, ORDER, file, top, costly);
        add(PEACE, Fork.Kind.ARBITRATION, ORDER, file, top, peace);
        for (Yaml.Field kind : fields(yaml.field(MOST))) {
            String text = MOST + ": " + kind.key() + ": " + kind.value().words();
            add(MOST + "/" + upper(kind.key()), Fork.Kind.ARBITRATION, ORDER, file, kind.place(), text);
        }
        for (Yaml kind : items(yaml.field(ONE_PER_CHANNEL))) {
            String text = ONE_PER_CHANNEL + ": " + kind.words();
            add(ONE_PER_CHANNEL + "/" + upper(kind.words()), Fork.Kind.ARBITRATION, ORDER, file, kind.place(), text);
        }
    }

    private void policy(RuleFile file) {
        Yaml yaml = read(file);
        rows(file, yaml, "limits", "G2 contact limits");
        Yaml.Field unknown = yaml.field("whenContactsUnknown");
        if (unknown != null) {
            String text = "whenContactsUnknown: " + unknown.value().words();
            add("whenContactsUnknown", Fork.Kind.CONTACTS, "G2 contact limits", file, unknown.place(), text);
        }
        rows(file, yaml, "suppression", "G2 suppression");
        for (Yaml field : items(yaml.field("profiled"))) {
            String line = "profiled/" + field.words();
            add(line, Fork.Kind.PRIVACY, "G6 privacy", file, field.place(), "profiled: " + field.words());
        }
        for (Yaml row : items(yaml.field("holdouts"))) {
            String name = words(row.field("name"));
            add("holdouts/" + name, Fork.Kind.GUARDRAIL, "G7 holdout", file, row.place(), "holdouts: " + name);
        }
        Yaml.Field rows = yaml.field("jurisdictions");
        if (rows != null) {
            String group = "G3: one action of a group";
            add(G3, Fork.Kind.GUARDRAIL, "G3 groups", file, rows.place(), group);
            String second = "G4: one attempt to keep the customer in one advice";
            add(SECOND, Fork.Kind.GUARDRAIL, "G4 the way out", file, rows.place(), second);
            rows.value().fields().forEach(row -> jurisdiction(file, row));
        }
    }

    private void rows(RuleFile file, Yaml yaml, String list, String owner) {
        List<Yaml> items = items(yaml.field(list));
        for (int i = 0; i < items.size(); i++) {
            Place place = items.get(i).place();
            String text = list + ": " + toEnd(file, place);
            add(list + "/" + i, Fork.Kind.GUARDRAIL, owner, file, place, text);
        }
    }

    private void jurisdiction(RuleFile file, Yaml.Field row) {
        term(file, row, "objection", Fork.Kind.GUARDRAIL, "G1 consent");
        for (Yaml.Field channel : fields(row.value().field("marketing"))) {
            String line = "jurisdictions/" + row.key() + "/marketing/" + upper(channel.key());
            String needs = words(channel.value().field("needs"));
            String text = row.key() + ": marketing: " + channel.key() + ": needs " + needs;
            add(line, Fork.Kind.GUARDRAIL, "G1 consent", file, channel.place(), text);
        }
        term(file, row, "profiling", Fork.Kind.PRIVACY, "G6 privacy");
        term(file, row, "disclosure", Fork.Kind.SAID, "G5 fair terms");
        term(file, row, "saveOffers", Fork.Kind.GUARDRAIL, "G4 the way out");
    }

    private void term(RuleFile file, Yaml.Field row, String key, Fork.Kind kind, String owner) {
        Yaml.Field term = row.value().field(key);
        if (term != null) {
            add("jurisdictions/" + row.key() + "/" + key, kind, owner, file, term.place(), row.key() + ": " + key);
        }
    }

    private void add(String line, Fork.Kind kind, String owner, RuleFile file, Place place, String text) {
        int begin = file.lineStart(place.line()) + place.column() - 1;
        int end = place.line() == 1 && place.column() == 1
                ? begin
                : begin + toEnd(file, place).length();
        found.add(new One(line, new Fork(kind, owner, file.shown(), place.line(), place.column(), begin, end, text)));
    }

    /** The rest of a line, without a comment behind it; of a list within a line one word. */
    private static String toEnd(RuleFile file, Place place) {
        String text = file.text();
        int begin = file.lineStart(place.line()) + place.column() - 1;
        int line = text.indexOf('\n', begin);
        String rest = text.substring(begin, line < 0 ? text.length() : line);
        int comment = rest.indexOf(" #");
        rest = (comment < 0 ? rest : rest.substring(0, comment)).strip();
        boolean list = begin > 0 && "[ ".indexOf(text.charAt(begin - 1)) >= 0 && rest.matches("[\\w.]+[,\\]].*");
        return list ? rest.split("[,\\]]", -1)[0] : rest;
    }

    private static Yaml read(RuleFile file) {
        return Objects.requireNonNull(YamlReader.read(file, new TreeSet<>())); // it has loaded
    }

    private static List<Yaml.Field> fields(Yaml.@Nullable Field of) {
        return of == null ? List.of() : of.value().fields();
    }

    private static List<Yaml> items(Yaml.@Nullable Field of) {
        return of == null ? List.of() : of.value().items();
    }

    private static String words(Yaml.@Nullable Field of) {
        return of == null ? "" : of.value().words();
    }

    private static String upper(String key) {
        return key.toUpperCase(Locale.ROOT);
    }
}
