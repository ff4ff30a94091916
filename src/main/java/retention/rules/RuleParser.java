package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/** Reads rule files into rules and declared facts, and reports what the house does not allow in them. */
final class RuleParser {

    private static final String PACKAGE = "advisor";

    static final String FIRST_LINE = "the first line must be: package " + PACKAGE;

    /** The compiler writes it into Java as it is. */
    private static final String NAME = "[^\"\\p{Cntrl}]+";

    private final Collection<Problem> problems;

    RuleParser(Collection<Problem> problems) {
        this.problems = problems;
    }

    /** The facts a file declares. */
    List<Declared> declared(RuleFile file, PackageDescr tree) {
        var all = new ArrayList<Declared>();
        for (TypeDeclarationDescr type : tree.getTypeDeclarations()) {
            var fields = new TreeMap<String, Class<?>>();
            for (TypeFieldDescr field : type.getFields().values()) {
                String written = field.getPattern().getObjectType();
                Class<?> known = Declared.TYPES.get(written);
                if (known == null || field.getInitExpr() != null) {
                    problems.add(at(
                            Code.DECLARED_FACT,
                            file,
                            field.getLine() > 0 ? field : type,
                            "\"" + field.getFieldName() + "\" of " + type.getTypeName()
                                    + " must be a plain int, double, boolean, String or LocalDate"
                                    + Declared.meant(written)));
                } else {
                    fields.put(field.getFieldName(), known);
                }
            }
            if (!type.getSuperTypes().isEmpty() || !type.getAnnotationNames().isEmpty() || type.isTrait()) {
                problems.add(at(
                        Code.DECLARED_FACT,
                        file,
                        type,
                        type.getTypeName() + " must be declared with plain fields and nothing else"));
            }
            DeclaredNames.wrong(type).forEach(wrong -> problems.add(at(Code.DECLARED_FACT, file, type, wrong)));
            all.add(new Declared(type.getTypeName(), fields));
        }
        return all;
    }

    /** The file with its declared facts blanked, which are compiled once for both stages; lines stay where they are. */
    static RuleFile rulesOnly(RuleFile file, PackageDescr tree) {
        var text = new StringBuilder(file.text());
        for (TypeDeclarationDescr type : tree.getTypeDeclarations()) {
            int begin = file.text().lastIndexOf("declare", type.getStartCharacter()); // the tree begins at the name
            for (int i = Math.max(0, begin); i < type.getEndCharacter() && i < text.length(); i++) {
                if (text.charAt(i) != '\n') {
                    text.setCharAt(i, ' ');
                }
            }
        }
        return file.with(text.toString());
    }

    /** Reports everything but rules and declared facts: that is somebody else's business. */
    void furniture(RuleFile file, PackageDescr tree) {
        boolean holds =
                !tree.getRules().isEmpty() || !tree.getTypeDeclarations().isEmpty();
        if (holds && !PACKAGE.equals(tree.getName())) {
            problems.add(file.problem(Code.NO_PACKAGE, 0, FIRST_LINE));
        }
        refuse(file, tree.getImports(), "import", "every fact and conclusion is at hand already");
        refuse(file, tree.getFunctionImports(), "import function", "every question a rule may ask is at hand already");
        refuse(file, tree.getAccumulateImports(), "import accumulate", "count, sum, min, max, average are at hand");
        refuse(file, tree.getGlobals(), "global", "rules insert conclusions and nothing else");
        refuse(file, tree.getFunctions(), "function", Refused.FUNCTION);
        refuse(file, tree.getEnumDeclarations(), "declare enum", "declare plain fields");
        refuse(file, tree.getWindowDeclarations(), "declare window", "declare plain fields");
        refuse(file, tree.getEntryPointDeclarations(), "declare entry-point", "declare plain fields");
        refuse(file, tree.getAttributes(), "attribute", "rules do not depend on order");
        for (RuleDescr rule : tree.getRules()) {
            if (!rule.getName().matches(NAME)) {
                problems.add(at(Code.RULE_NAME, file, rule, "the name of a rule is one line without quotes in it"));
            }
            refuse(file, List.copyOf(rule.getAttributes().values()), "attribute", "rules do not depend on order");
            refuse(file, List.copyOf(rule.getAnnotations()), "annotation", "rules sign nothing");
            if (rule.hasParent()) {
                problems.add(at(Code.NOT_ALLOWED, file, rule, "extends is not allowed: each rule says all it asks"));
            }
            if (!rule.getNamedConsequences().isEmpty()) {
                problems.add(at(Code.NOT_ALLOWED, file, rule, Refused.NAMED_CONSEQUENCE));
            }
            if (rule.isQuery()) {
                problems.add(at(Code.NOT_ALLOWED, file, rule, "query is not allowed: write a rule"));
            }
        }
    }

    private void refuse(RuleFile file, Collection<? extends BaseDescr> found, String what, String why) {
        for (BaseDescr one : found) {
            String name = one instanceof AttributeDescr attribute ? " \"" + attribute.getName() + "\"" : "";
            problems.add(at(Code.NOT_ALLOWED, file, one, what + name + " is not allowed: " + why));
        }
    }

    private static Problem at(Code code, RuleFile file, BaseDescr what, String message) {
        return what.getLine() > 0 ? file.problemInLine(code, what.getLine(), message) : file.problem(code, 0, message);
    }
}
