package retention.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What questions are asked of: a fact or a list of the vocabulary, or a company's own fact.
 *
 * @param type null for a company's own fact, and for a fact that does not exist
 * @param own null for all others
 */
record Subject(
        String name, @Nullable Class<?> type, @Nullable Declared own) {

    /** The fact of a name, which need not exist. */
    static Subject fact(String name, Map<String, Declared> declared) {
        return new Subject(name, Vocabulary.type(name), declared.get(name));
    }

    /** What an answer is. */
    static Subject answer(Class<?> type) {
        return new Subject(type.getSimpleName(), type, null);
    }

    /** Nothing is known about it: some other check has complained of its name. */
    boolean unknown() {
        return type == null && own == null;
    }

    /** The names of all questions it answers. */
    Set<String> questions() {
        if (own != null) {
            return own.fields().keySet();
        }
        return type == null ? Set.of() : Vocabulary.questions(type);
    }

    /** Its questions of one name, which differ in the values they take. */
    List<Question> questions(String question) {
        if (own != null) {
            Class<?> field = own.fields().get(question);
            return field == null
                    ? List.of()
                    : List.of(new Question(
                            question, List.of(), new Answer(field, true), Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        return type == null ? List.of() : Vocabulary.questions(type, question);
    }
}
