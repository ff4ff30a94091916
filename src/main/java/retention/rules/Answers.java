package retention.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retention.json.DidYouMean;
import retention.rules.expression.Binding;
import retention.rules.expression.Chain;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Step;
import retention.rules.expression.Sum;
import retention.rules.expression.Word;

/** Follows the values of a condition through the vocabulary, from the fact it asks, and complains of names that do not exist. */
final class Answers {

    /** Each question goes through all that the one before has left. */
    private static final int LONGEST_CHAIN = 8;

    private final Subject subject;
    private final Scope scope;
    private final Complaints complaints;

    Answers(Subject subject, Scope scope, Complaints complaints) {
        this.subject = subject;
        this.scope = scope;
        this.complaints = complaints;
    }

    /** What a value is; null when that cannot be said, which has then been reported. */
    @Nullable
    Answer of(Expression value) {
        if (value instanceof Binding binding) {
            return of(binding.value());
        }
        if (value instanceof Chain chain) {
            return chain(chain);
        }
        if (value instanceof Word word) {
            return word(word);
        }
        if (value instanceof Sum sum) {
            return sum(sum);
        }
        return value instanceof Literal literal ? new Answer(type(literal), false) : null;
    }

    private static Class<?> type(Literal literal) {
        return switch (literal.kind()) {
            case WHOLE -> Integer.class;
            case DECIMAL -> Double.class;
            case TEXT -> String.class;
            case DATE -> LocalDate.class;
            case YES_NO -> boolean.class;
            case NOTHING -> void.class;
        };
    }

    private @Nullable Answer word(Word word) {
        if (word.list().isEmpty()) {
            complaints.add(
                    Code.UNKNOWN_WORD,
                    word.begin(),
                    "\"" + word + "\" is not known here: a field begins with a small letter, a text stands in quotes, "
                            + "and a word is written with its list, as in Segment.PRICE");
            return null;
        }
        Class<?> words = Vocabulary.words(word.list());
        if (words == null) {
            complaints.add(
                    Code.UNKNOWN_WORD,
                    word.begin(),
                    "\"" + word.list() + "\" is not a word of the vocabulary"
                            + DidYouMean.hint(word.list(), Vocabulary.wordLists()));
            return null;
        }
        List<String> known =
                Arrays.stream(words.getEnumConstants()).map(String::valueOf).toList();
        if (!known.contains(word.word())) {
            String hint = DidYouMean.hint(word.word(), known);
            complaints.add(
                    Code.UNKNOWN_WORD,
                    word.at(),
                    word.list() + " has no \"" + word.word() + "\""
                            + (hint.isEmpty() ? ": there are " + String.join(", ", known) : hint));
            return null;
        }
        return new Answer(words, false);
    }

    private @Nullable Answer sum(Sum sum) {
        Answer left = of(sum.left());
        Answer right = of(sum.right());
        if (left == null || right == null || !reckonable(sum.left(), left) || !reckonable(sum.right(), right)) {
            return null;
        }
        boolean whole = whole(left) && whole(right);
        if (whole && sum.sign().equals("/")) {
            complaints.add(
                    Code.WRONG_KIND,
                    sum.right().begin(),
                    "two whole numbers are divided, and 7 / 2 would be 3: write a point in one, as in / 2.0");
            return null;
        }
        return new Answer(whole ? Long.class : Double.class, false); // what is missing is complained of elsewhere
    }

    private static boolean whole(Answer number) {
        return number.type() != Double.class && number.type() != double.class;
    }

    private boolean reckonable(Expression operand, Answer answer) {
        boolean number = answer.kind() == Kind.NUMBER;
        if (!number) {
            complaints.add(
                    Code.WRONG_KIND,
                    operand.begin(),
                    "only numbers can be added, subtracted, multiplied and divided, and " + quoted(operand) + " is "
                            + answer.kind().words());
        }
        return number;
    }

    private @Nullable Answer chain(Chain chain) {
        if (chain.start().isEmpty()) {
            return subject.unknown() ? null : asked(subject, chain.steps());
        }
        Subject fact = scope.fact(chain.start());
        if (fact != null) {
            return chain.remembered() ? whole(chain) : fact.unknown() ? null : asked(fact, chain.steps());
        }
        Answer answer = scope.answer(chain.start());
        if (answer == null && scope.unclear(chain.start())) {
            return null;
        }
        if (answer == null) {
            String name = "$" + chain.start();
            complaints.add(
                    Code.REMEMBERED_VALUE,
                    chain.begin(),
                    "nothing above remembers " + name + ": write " + name + " : and a question first"
                            + DidYouMean.hint(name, scope.names()));
            return null;
        }
        if (!chain.remembered()) {
            cannotBeAsked("$" + chain.start(), answer, chain.steps().get(0));
            return null;
        }
        return answer;
    }

    private @Nullable Answer whole(Chain chain) {
        complaints.add(
                Code.WRONG_KIND,
                chain.begin(),
                chain + " is a whole fact: compare one of its fields, as in " + chain + ".daysAgo");
        return null;
    }

    private @Nullable Answer asked(Subject first, List<Step> steps) {
        if (steps.size() > LONGEST_CHAIN) {
            complaints.add(
                    Code.TOO_LARGE,
                    steps.get(LONGEST_CHAIN).at(),
                    "a chain of " + steps.size() + " questions is too long: " + LONGEST_CHAIN
                            + " are the most, so ask the rest in a condition of its own");
            return null;
        }
        Answer answer = new Answer(first.type() == null ? Object.class : first.type(), false);
        boolean missing = false;
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0 && !continues(steps.get(i - 1), answer, steps.get(i))) {
                return null;
            }
            Subject of = i == 0 ? first : Subject.answer(answer.type());
            Set<String> besides =
                    i == 0 && first.equals(subject) ? besides(steps.get(i).name()) : Set.of();
            Answer next = new Arguments(of, complaints, besides).answer(steps.get(i));
            if (next == null) {
                return null;
            }
            answer = next;
            missing |= next.mayBeMissing();
        }
        return new Answer(answer.type(), missing);
    }

    /** What is not asked of this fact, and was probably meant by a name that it does not know: remembered, or further in. */
    private Set<String> besides(String name) {
        String remembered = "$" + name;
        if (scope.names().contains(remembered)) {
            return Set.of(remembered);
        }
        List<String> within = subject.questions().stream()
                .flatMap(part -> subject.questions(part).stream())
                .filter(part -> part.parameters().isEmpty()
                        && part.answer().kind().answers()
                        && Vocabulary.questions(part.answer().type()).contains(name))
                .map(part -> part.name() + (part.answer().mayBeMissing() ? "!." : ".") + name)
                .toList();
        return within.size() == 1 ? Set.copyOf(within) : Set.of();
    }

    private boolean continues(Step before, Answer answer, Step next) {
        if (!answer.kind().answers()) {
            cannotBeAsked(before.name(), answer, next);
            return false;
        }
        if (answer.mayBeMissing() && !next.ofMaybeNone()) {
            complaints.add(
                    Code.MAY_FIND_NONE,
                    before.at(),
                    "\"" + before.name() + "\" may find none: write !. behind it, as in " + before.name() + "!."
                            + next.name());
            return false;
        }
        return true;
    }

    private void cannotBeAsked(String what, Answer answer, Step next) {
        complaints.add(
                Code.WRONG_KIND,
                next.at(),
                "\"" + what + "\" is " + answer.kind().words() + ", which answers no questions such as \"" + next.name()
                        + "\": compare it");
    }

    /** What the last question of a chain is asked of; null when that cannot be told. */
    @Nullable
    Subject askedLast(Chain chain) {
        Subject of = chain.start().isEmpty() ? subject : scope.fact(chain.start());
        for (int i = 0; i < chain.steps().size() - 1 && of != null; i++) {
            List<Question> known = of.questions(chain.steps().get(i).name());
            of = known.isEmpty() ? null : Subject.answer(known.get(0).answer().type());
        }
        return of;
    }

    /** What was probably meant where a word stands that is no value. */
    Meant meant() {
        return new Meant(subject);
    }

    /** As messages show it. */
    static String quoted(Expression value) {
        return value instanceof Literal literal && literal.kind() == Literal.Kind.TEXT
                ? value.toString()
                : "\"" + (value instanceof Binding binding ? binding.value() : value) + "\"";
    }
}
