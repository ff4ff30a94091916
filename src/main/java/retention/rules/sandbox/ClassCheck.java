package retention.rules.sandbox;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Checks that a class is just what the rule compiler makes of our language, and touches nothing else. For one class. */
final class ClassCheck extends ClassVisitor {

    private static final Map<Shape, Pattern> METHODS = Map.of(
            Shape.MODEL, names("get(EntryPoints|Globals|Name|Queries|Rules|RulesList|TypeMetaDatas)|<clinit>"),
            Shape.RULES, names("rule_\\p{javaJavaIdentifierPart}+"), // names of rules are in any language
            Shape.METADATA, names("<clinit>"),
            Shape.METADATUM, names("get(DomainClass|PropertiesSize|PropertyIndex)"),
            Shape.CONSEQUENCE, names("<clinit>|values|valueOf|getExpressionHash|execute"),
            Shape.EXTRACTOR, names("<clinit>|values|valueOf|getExpressionHash|apply"),
            Shape.PREDICATE, names("<clinit>|values|valueOf|getExpressionHash|predicateInformation|test"),
            Shape.FACT, names("[gs]et\\w+|toString"));

    private static final Set<String> EXPRESSION = Set.of("execute", "apply", "test");
    private static final Set<String> OWN_LISTS = Set.of("getRulesList");
    private static final int UNUSUAL = Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_ABSTRACT;

    private final String name;
    private final Shape shape;
    private final Set<String> siblings;
    private final Reach reach;
    private final Consumer<String> refusals;

    ClassCheck(String name, Shape shape, Set<String> siblings, Reach reach, Consumer<String> refusals) {
        super(Opcodes.ASM9);
        this.name = name;
        this.shape = shape;
        this.siblings = siblings;
        this.reach = reach;
        this.refusals = refusals;
    }

    private static Pattern names(String all) {
        return Pattern.compile("<init>|" + all);
    }

    @Override
    public void visit(
            int version,
            int access,
            String written,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        if ((version & 0xffff) < Opcodes.V1_8) { // older ones are verified in another way
            refusals.accept("it is made for an old Java");
        }
        if (!written.equals(name) || !shape.fits(access, superName, interfaces)) {
            refusals.accept("it is no class of the kind that its name says");
        }
    }

    @Override
    public void visitNestHost(String host) {
        own(host);
    }

    @Override
    public void visitNestMember(String member) {
        own(member);
    }

    @Override
    public void visitPermittedSubclass(String permitted) {
        own(permitted);
    }

    @Override
    public void visitAttribute(Attribute attribute) {
        refusals.accept("it holds something that nobody knows");
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        return null; // what is not written to is harmless, and who writes is looked at below
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (!Objects.requireNonNull(METHODS.get(shape)).matcher(method).matches() || (access & UNUSUAL) != 0) {
            refusals.accept("it has a method \"" + method + "\"");
        }
        boolean bridge = (access & Opcodes.ACC_BRIDGE) != 0;
        return new MethodCheck(this, method, bridge, refusals);
    }

    /** Whether a method may call another. */
    boolean mayCall(String owner, String called, String descriptor, String from, boolean bridge) {
        if (owner.equals(name)) {
            return mayCallItself(called, from, bridge);
        }
        boolean own = siblings.contains(owner) || Shape.of(owner) == Shape.FACT;
        return own ? mayCallOwn(owner, called) : mayCallOthers(owner, called, descriptor);
    }

    /** The method with the right types hands over to the expression, the constructor to the list: never a circle. */
    private boolean mayCallItself(String called, String from, boolean bridge) {
        boolean made = called.equals("<init>") && from.equals("<clinit>");
        boolean handedOver = EXPRESSION.contains(called) && called.equals(from) && bridge;
        boolean listed = OWN_LISTS.contains(called) && from.equals("<init>") && shape == Shape.MODEL;
        return made || handedOver || listed;
    }

    private boolean mayCallOwn(String owner, String called) {
        Shape other = Shape.of(owner);
        return switch (shape) {
            case MODEL -> other == Shape.RULES && called.startsWith("rule_");
            case METADATA -> other == Shape.METADATUM && called.equals("<init>");
            case CONSEQUENCE, EXTRACTOR, PREDICATE ->
                other == Shape.FACT && called.startsWith("get") && !called.equals("getClass");
            default -> false;
        };
    }

    private boolean mayCallOthers(String owner, String called, String descriptor) {
        boolean asks = (shape == Shape.EXTRACTOR || shape == Shape.PREDICATE)
                && reach.questions().contains(owner + " " + called + " " + descriptor);
        boolean concludes = shape == Shape.CONSEQUENCE
                && called.equals("<init>")
                && reach.conclusions().contains(owner);
        return asks || concludes || Members.allowed(shape, owner, called);
    }

    /** Whether it may read a field. */
    boolean mayRead(String owner, String field) {
        boolean sibling = shape == Shape.RULES && siblings.contains(owner);
        boolean word = shape.lambda() && reach.words().contains(owner + " " + field);
        return sibling || word || owner.equals(name) || Members.allowed(shape, owner, field);
    }

    /** Whether it may write to a field: its own, and one that all share only while it is made. */
    boolean mayWrite(int opcode, String owner, String from) {
        boolean makes =
                opcode == Opcodes.PUTSTATIC ? from.equals("<clinit>") : from.equals("<init>") || shape == Shape.FACT;
        return owner.equals(name) && makes;
    }

    /** Whether it may name a type, in a cast or to make one. */
    boolean mayName(String type) {
        String bare = type.startsWith("[") ? type.replaceFirst("^\\[+L?", "").replaceFirst(";$", "") : type;
        return siblings.contains(bare) || Shape.of(bare) == Shape.FACT || Names.running(bare.replace('/', '.'), reach);
    }

    /** Whether it may fail by itself: for a field that does not exist. */
    boolean mayThrow() {
        return shape == Shape.METADATUM;
    }

    /** Whether a method is an expression of a rule, which keeps no text or fact in a variable of its own. */
    boolean mayNotKeep(String method) {
        return shape.lambda() && EXPRESSION.contains(method);
    }

    private void own(String other) {
        if (!siblings.contains(other)) {
            refusals.accept("it belongs to " + other.replace('/', '.'));
        }
    }
}
