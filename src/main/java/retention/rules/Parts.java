package retention.rules;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The things in the parentheses of a conclusion: how many there are to be, and which is missing or too many. */
final class Parts {

    private static final String SENTENCE = "a sentence in quotes";
    private static final Map<String, List<String>> TAKES = Map.of(
            "Evidence", List.of("a dimension", "points", SENTENCE),
            "Signal", List.of("a name in quotes", SENTENCE),
            "Recommend", List.of("the code of an action in quotes", SENTENCE),
            "Withhold", List.of("the code of an action or a tag in quotes", SENTENCE));

    /** Behind the others, and may be left out. */
    private static final Map<String, String> ALSO = Map.of("Recommend", "a weight");

    /** What is wrong with the number of parts, and where. */
    record Wrong(Node at, String message) {}

    private Parts() {}

    /** Null when there are as many as there are to be. */
    static @Nullable Wrong wrong(ObjectCreationExpr made) {
        String kind = made.getTypeAsString();
        List<String> takes = TAKES.getOrDefault(kind, List.of());
        List<Expression> parts = made.getArguments();
        String rule = kind + "( ... ) takes " + String.join(", ", takes.subList(0, takes.size() - 1)) + " and "
                + takes.get(takes.size() - 1);
        int most = takes.size() + (ALSO.containsKey(kind) && weighs(parts) ? 1 : 0);
        if (parts.size() > most) {
            Expression surplus = most > takes.size() ? parts.get(most) : surplus(parts, takes.size());
            return new Wrong(surplus, rule + also(kind) + "; too many here: " + surplus);
        }
        return parts.size() >= takes.size()
                ? null
                : new Wrong(made, rule + "; missing here: " + String.join(" and ", missing(kind, parts)));
    }

    private static String also(String kind) {
        String also = ALSO.get(kind);
        return also == null ? "" : ", and may take " + also;
    }

    /** A number in the place of the sentence stands there by mistake, and is no weight. */
    private static boolean weighs(List<Expression> parts) {
        return parts.size() > 2 && text(parts.get(1));
    }

    private static Expression surplus(List<Expression> parts, int takes) {
        return takes == 2
                ? parts.stream().filter(part -> !text(part)).findFirst().orElse(parts.get(takes))
                : parts.get(takes - 1);
    }

    private static List<String> missing(String kind, List<Expression> parts) {
        var missing = new ArrayList<String>();
        boolean evidence = kind.equals("Evidence");
        if (evidence && parts.stream().noneMatch(part -> part.toString().matches("(Dimension\\.)?[A-Z]+"))) {
            missing.add("dimension");
        }
        if (evidence
                && parts.stream().allMatch(part -> text(part) || part.toString().matches("(Dimension\\.)?[A-Z]+"))) {
            missing.add("points");
        }
        boolean code = parts.size() == 1 && parts.get(0).toString().matches("\"[A-Z0-9_]+\"");
        if (!evidence && (parts.isEmpty() || !(code || kind.equals("Signal")))) {
            missing.add(kind.equals("Signal") ? "name" : "code");
        }
        if (parts.isEmpty()
                || code
                || kind.equals("Signal")
                || (evidence && parts.stream().noneMatch(Parts::text))) {
            missing.add("sentence");
        }
        return missing;
    }

    private static boolean text(Expression part) {
        return part.toString().contains("\"");
    }
}
