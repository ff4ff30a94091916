package retention.rules.sandbox;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** The kinds of class that the rule compiler makes of a rule file; a class of no kind is none of ours. */
enum Shape {
    /** The list of a file's rules. */
    MODEL("advisor/Rules[0-9A-F]{32}", "java/lang/Object", "(org/drools/model/Model)", 0),
    /** The rules, each a method. */
    RULES("advisor/Rules[0-9A-F]{32}RuleMethods\\d{1,4}", "java/lang/Object", "()", 0),
    /** What the compiler knows of the facts. */
    METADATA("advisor/DomainClassesMetadata[0-9A-F]{32}", "java/lang/Object", "()", 0),
    /** The same, one fact. */
    METADATUM(
            "advisor/DomainClassesMetadata[0-9A-F]{32}\\$\\w+_Metadata",
            "java/lang/Object",
            "(org/drools/model/DomainClassMetadata)",
            Opcodes.ACC_PUBLIC),
    /** What stands behind a rule's {@code then}. */
    CONSEQUENCE("advisor/P[0-9A-F]{2}/LambdaConsequence[0-9A-F]{32}", "java/lang/Enum", lambda("Block(\\d{1,2}|N)"), 0),
    /** A value that a rule remembers. */
    EXTRACTOR("advisor/P[0-9A-F]{2}/LambdaExtractor[0-9A-F]{32}", "java/lang/Enum", lambda("Function(\\d{1,2}|N)"), 0),
    /** A comparison. */
    PREDICATE("advisor/P[0-9A-F]{2}/LambdaPredicate[0-9A-F]{32}", "java/lang/Enum", lambda("Predicate(\\d{1,2}|N)"), 0),
    /** A company's own fact. */
    FACT(
            "advisor/\\p{Lu}[\\p{L}\\p{N}_]*",
            "java/lang/Object",
            "(java/io/Serializable,org/drools/base/factmodel/GeneratedFact,org/drools/base/factmodel/AccessibleFact)",
            0);

    private final Pattern name;
    private final String above;
    private final Pattern interfaces;
    private final int notAccess;

    Shape(String name, String above, String interfaces, int notAccess) {
        this.name = Pattern.compile(name);
        this.above = above;
        this.interfaces = Pattern.compile(interfaces.startsWith("(") ? Pattern.quote(interfaces) : interfaces);
        this.notAccess = notAccess;
    }

    private static String lambda(String kind) {
        return "\\(org/drools/model/functions/" + kind + ",org/drools/model/functions/HashedExpression\\)";
    }

    /** The kind of a class by its name, with slashes; null when it is of none. */
    static @Nullable Shape of(String className) {
        return Arrays.stream(values())
                .filter(shape -> shape.name.matcher(className).matches())
                .findFirst()
                .orElse(null);
    }

    /** Whether it is one of the small classes that hold an expression of a rule. */
    boolean lambda() {
        return this == CONSEQUENCE || this == EXTRACTOR || this == PREDICATE;
    }

    /** Whether a class of this kind extends and implements what its header says, and is as visible as that. */
    boolean fits(int access, @Nullable String superName, String[] implemented) {
        int expected = lambda()
                ? Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_ENUM
                : (Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER) & ~notAccess;
        return access == expected
                && above.equals(superName)
                && interfaces.matcher("(" + String.join(",", implemented) + ")").matches();
    }
}
