package retention.rules.sandbox;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Weaves the counting of steps into a class of a rule: where two facts are compared, where a rule fires, where a list of
 * facts is asked something, where something could go round in a circle, and where a text is made or looked at. And what a rule
 * inserts is told to whoever listens, instead: no rule of its stage asks for it, so to take it in would be for nothing. For one
 * class.
 */
final class StepWeaver extends ClassVisitor {

    private static final String TICK = Type.getInternalName(Tick.class);
    private static final String STEP = "(Ljava/lang/String;)V";
    private static final String ASKS = "(Ljava/lang/Object;Ljava/lang/String;)V";
    private static final String TEXT = "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;";
    private static final String INSERTS = "org/drools/model/Drools";
    private static final String INSERTED = "(Ljava/lang/Object;)V";
    private static final String PATTERN = "java/util/regex/Pattern";
    private static final String MATCHER =
            "(L" + PATTERN + ";Ljava/lang/CharSequence;Ljava/lang/String;)Ljava/util/regex/Matcher;";

    /** Questions that look at no fact in a list. */
    private static final Set<String> QUICK = Set.of("known", "any", "none", "count");

    /** A condition may ask short lists so often for nothing. */
    private static final int FREE_QUESTIONS = 16;

    private final String className;
    private final @Nullable Shape shape;
    private final String rules;
    private final Reach reach;

    private StepWeaver(String className, String rules, Reach reach, ClassVisitor next) {
        super(Opcodes.ASM9, next);
        this.className = className;
        this.shape = Shape.of(className);
        this.rules = rules;
        this.reach = reach;
    }

    /** The class with the counting in it; {@code rules} are the names of those that use it. */
    static byte[] weave(String className, byte[] bytes, SortedSet<String> rules, Reach reach) {
        var reader = new ClassReader(bytes);
        var writer = new ClassWriter(reader, 0);
        reader.accept(new StepWeaver(className, words(rules), reach, writer), 0);
        return writer.toByteArray();
    }

    private static String words(SortedSet<String> rules) {
        return rules.isEmpty()
                ? "a rule"
                : rules.stream().map(name -> "rule \"" + name + "\"").collect(Collectors.joining(" or "));
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
        boolean bridge = (access & Opcodes.ACC_BRIDGE) != 0;
        boolean fires = shape == Shape.CONSEQUENCE && method.equals("execute");
        boolean compares = shape == Shape.PREDICATE && method.equals("test") && Type.getArgumentCount(descriptor) > 1;
        boolean mayCircle = !bridge && (shape == null || shape == Shape.FACT || shape.lambda());
        return new Weaving(next, !bridge && (fires || compares), mayCircle);
    }

    /** One method. */
    private final class Weaving extends MethodVisitor {

        private final boolean counted;
        private final boolean mayCircle;
        private final Set<Label> passed = new HashSet<>();
        private int questions;

        Weaving(MethodVisitor next, boolean counted, boolean mayCircle) {
            super(Opcodes.ASM9, next);
            this.counted = counted;
            this.mayCircle = mayCircle;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (counted) {
                step();
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            stepBack(label);
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int least, int most, Label otherwise, Label... labels) {
            stepBack(otherwise, labels);
            super.visitTableSwitchInsn(least, most, otherwise, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            stepBack(otherwise, labels);
            super.visitLookupSwitchInsn(otherwise, keys, labels);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String called, String descriptor, boolean onInterface) {
            if (owner.equals(PATTERN) && called.equals("matcher")) {
                super.visitLdcInsn(rules);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, TICK, "matcher", MATCHER, false);
                return;
            }
            if (owner.equals(INSERTS) && called.equals("insert") && descriptor.equals(INSERTED)) {
                emit(Opcodes.SWAP, Opcodes.POP);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, TICK, "concludes", INSERTED, false);
                return;
            }
            if (mayCircle && owner.equals(className) && !called.equals("<init>")) {
                step();
            }
            if (opcode == Opcodes.INVOKEVIRTUAL && reach.lists().contains(owner) && !QUICK.contains(called)) {
                asks(Type.getArgumentCount(descriptor));
            }
            super.visitMethodInsn(opcode, owner, called, descriptor, onInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            if (descriptor.endsWith(")Ljava/lang/String;") && shape != null && shape.lambda()) {
                super.visitLdcInsn(rules);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, TICK, "text", TEXT, false);
            }
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + 2, maxLocals); // the text that each counting puts on top, and a list
        }

        /** The list lies below the values that the question takes; no question of the vocabulary takes more than two. */
        private void asks(int values) {
            if (++questions > FREE_QUESTIONS) {
                step();
            }
            switch (values) {
                case 0 -> emit(Opcodes.DUP);
                case 1 -> emit(Opcodes.SWAP, Opcodes.DUP_X1);
                case 2 -> emit(Opcodes.DUP2_X1, Opcodes.POP2, Opcodes.DUP_X2);
                default -> {
                    return;
                }
            }
            super.visitLdcInsn(rules);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, TICK, "asks", ASKS, false);
        }

        private void emit(int... instructions) {
            for (int instruction : instructions) {
                super.visitInsn(instruction);
            }
        }

        private void stepBack(Label first, Label... more) {
            boolean back = passed.contains(first);
            for (Label label : more) {
                back |= passed.contains(label);
            }
            if (back) {
                step();
            }
        }

        private void step() {
            super.visitLdcInsn(rules);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, TICK, "step", STEP, false);
        }
    }
}
