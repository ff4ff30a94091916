package retention.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import retention.advice.Dimension;
import retention.advice.Evidence;
import retention.advice.Recommend;
import retention.advice.Signal;
import retention.advice.Withhold;
import retention.rules.sandbox.Reach;

/** What compiled rules may touch of our own program: the questions of the vocabulary, its words, and conclusions. */
final class Questions {

    private static final String OURS = "retention.";

    private Questions() {}

    static Reach reach() {
        var questions = new ArrayList<Reach.Question>();
        types().forEach(type -> questions(type).forEach(questions::add));
        var words = new ArrayList<Class<?>>(List.of(Dimension.class));
        Vocabulary.wordLists().forEach(name -> words.add(Objects.requireNonNull(Vocabulary.words(name))));
        return Reach.of(questions, words, List.of(Evidence.class, Signal.class, Recommend.class, Withhold.class));
    }

    /** The facts, and all that their questions lead to. */
    private static Set<Class<?>> types() {
        var names = new TreeSet<String>();
        Arrays.stream(Stage.values()).forEach(stage -> names.addAll(Vocabulary.types(stage)));
        var found = new LinkedHashSet<Class<?>>();
        var next = new ArrayDeque<Class<?>>();
        names.forEach(name -> next.add(Objects.requireNonNull(Vocabulary.type(name))));
        while (!next.isEmpty()) {
            Class<?> type = next.remove();
            if (type.getName().startsWith(OURS) && !type.isEnum() && found.add(type)) {
                questions(type).map(question -> answer(type, question)).forEach(next::add);
            }
        }
        return found;
    }

    private static Stream<Reach.Question> questions(Class<?> type) {
        Set<String> names = Vocabulary.questions(type);
        return Arrays.stream(type.getMethods())
                .filter(method -> names.contains(method.getName()) && !method.isBridge())
                .filter(method -> method.getDeclaringClass().getName().startsWith(OURS))
                .map(method -> new Reach.Question(type, method));
    }

    private static Class<?> answer(Class<?> type, Reach.Question question) {
        return Vocabulary.answer(question.method(), type).type();
    }
}
