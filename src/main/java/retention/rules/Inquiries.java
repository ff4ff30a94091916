package retention.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import retention.rules.explain.Asking;
import retention.rules.explain.Inquiry;
import retention.rules.explain.Words;

/**
 * The rules of a folder, ready to be asked why they speak or why not. They are read when the first explanation is asked for,
 * so a book that explains nothing pays nothing. Thread-safe.
 */
final class Inquiries {

    private final RuleFolder folder;
    private final Map<String, Declared> declared;
    private volatile @Nullable Map<String, Read> rules;
    private volatile Explaining.@Nullable Spoken spoken;

    Inquiries(RuleFolder folder, Map<String, Declared> declared) {
        this.folder = folder;
        this.declared = declared;
    }

    /** A rule's questions, as a tree and ready to be asked, and where the answers stand, by the fact that is asked. */
    record Read(List<Asking> when, Inquiry inquiry, Map<String, SortedSet<String>> paths) {}

    /** Which of these rules say what; they are always the same. */
    Explaining.Spoken spoken(List<Rule> all) {
        Explaining.Spoken known = spoken;
        if (known == null) {
            known = Explaining.Spoken.of(all);
            spoken = known;
        }
        return known;
    }

    /** The rule of this name. */
    Read rule(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    private Map<String, Read> all() {
        Map<String, Read> known = rules;
        return known == null ? read() : known;
    }

    private synchronized Map<String, Read> read() {
        Map<String, Read> known = rules;
        if (known == null) {
            known = new HashMap<>();
            Words words = words();
            for (RuleFile file : folder.ruleFiles()) {
                read(file, words, known);
            }
            rules = known;
        }
        return known;
    }

    private static void read(RuleFile file, Words words, Map<String, Read> into) {
        for (RuleDescr rule : Syntax.of(file, new ArrayList<>()).tree().getRules()) {
            List<Asking> when = new AskingReader(file).parts(rule.getLhs());
            into.put(rule.getName(), new Read(when, Inquiry.of(when, words), FactPaths.of(when)));
        }
    }

    /** What names in rules stand for. */
    Words words() {
        var own = new TreeMap<String, Map<String, Class<?>>>();
        declared.forEach((name, fact) -> own.put(name, fact.fields()));
        return new Words(
                Vocabulary::type,
                Vocabulary::words,
                (question, type) -> Vocabulary.answer(question, type).type(),
                own);
    }
}
