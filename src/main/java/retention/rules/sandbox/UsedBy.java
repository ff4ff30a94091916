package retention.rules.sandbox;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Tells which rules use which small class, read from the methods that put the rules together. For one file. */
final class UsedBy extends ClassVisitor {

    private static final String MAKER = "org/drools/modelcompiler/dsl/pattern/D";

    private final Map<String, SortedSet<String>> rules = new TreeMap<>();

    private UsedBy() {
        super(Opcodes.ASM9);
    }

    /** The names of rules by the name of a class, with slashes. Bytes that cannot be read tell nothing. */
    static Map<String, SortedSet<String>> of(Map<String, byte[]> classes) {
        var used = new UsedBy();
        classes.forEach((path, bytes) -> {
            if (Shape.of(RuleSandbox.name(path)) == Shape.RULES) {
                try {
                    new ClassReader(bytes).accept(used, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                } catch (RuntimeException broken) { // whatever a reader of damaged bytes can throw; the check says so
                    used.rules.clear();
                }
            }
        });
        return used.rules;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Rule();
    }

    /** One method: one rule. */
    private final class Rule extends MethodVisitor {

        private final SortedSet<String> classes = new TreeSet<>();
        private String text = "";
        private String name = "";

        Rule() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitLdcInsn(Object value) {
            text = String.valueOf(value);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String called, String descriptor, boolean onInterface) {
            name = owner.equals(MAKER) && called.equals("rule") ? text : name; // the name is its last argument
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            classes.add(owner);
        }

        @Override
        public void visitEnd() {
            classes.forEach(
                    used -> rules.computeIfAbsent(used, one -> new TreeSet<>()).add(name));
        }
    }
}
