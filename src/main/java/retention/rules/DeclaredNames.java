package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import retention.advice.Conclusion;
import retention.facts.Facts;
import retention.rules.expression.Reserved;

/** Checks what a company calls its own facts and their fields: the compiler makes Java of these names. */
final class DeclaredNames {

    private static final int LONGEST = 60;
    private static final Pattern FACT = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]*");

    /** Where rules become Java, these names have a meaning already. */
    private static final Pattern OF_THE_COMPILER =
            Pattern.compile("DayOfWeek|Position|P[0-9A-F]{2}|Rules[0-9A-F]{32}.*|DomainClassesMetadata.*");

    private static final int MOST_FIELDS = 100;

    private DeclaredNames() {}

    /** What is wrong with the names of a declared fact, one sentence for each. */
    static List<String> wrong(TypeDeclarationDescr type) {
        var wrong = new ArrayList<String>();
        String name = type.getTypeName();
        if (!FACT.matcher(name).matches() || name.length() > LONGEST) {
            wrong.add("\"" + name + "\" must begin with a capital, and have letters from a to z and digits alone");
        } else if (taken(name)) {
            wrong.add(name + " means something else already; choose another name");
        }
        if (type.getFields().size() > MOST_FIELDS) {
            wrong.add(name + " has more than " + MOST_FIELDS + " fields: declare several facts");
        }
        for (TypeFieldDescr field : type.getFields().values()) {
            String called = field.getFieldName();
            if (!FIELD.matcher(called).matches() || called.length() > LONGEST) {
                wrong.add("\"" + called + "\" of " + name
                        + " must begin with a small letter, and have letters from a to z and digits alone");
            } else if (SourceVersion.isKeyword(called) || Reserved.word(called)) {
                wrong.add("\"" + called + "\" of " + name + " means something else already; choose another name");
            } else if (!field.getAnnotationNames().isEmpty()) {
                wrong.add("\"" + called + "\" of " + name + " must be declared with its type and nothing else");
            }
        }
        return wrong;
    }

    /** Names that rules, or the Java made of them, would take for something else. */
    private static boolean taken(String name) {
        return OF_THE_COMPILER.matcher(name).matches()
                || Stream.of("java.lang", Facts.class.getPackageName(), Conclusion.class.getPackageName())
                        .anyMatch(where -> exists(where + "." + name));
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, DeclaredNames.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | NoClassDefFoundError unknown) { // the latter for another letter case
            return false;
        }
    }
}
