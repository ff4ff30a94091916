package retention.rules.sandbox;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Checks one method of a class that rules became, instruction by instruction. For one method. */
final class MethodCheck extends MethodVisitor {

    private static final String CONCAT = "java/lang/invoke/StringConcatFactory makeConcatWithConstants";
    private static final String LAMBDA = "java/lang/invoke/LambdaMetafactory metafactory";

    /** Each part may be as long as a text of the customer. */
    private static final int MOST_PARTS = 50;

    private final ClassCheck inside;
    private final String method;
    private final boolean bridge;
    private final Consumer<String> refusals;
    private final Set<Label> passed = new HashSet<>();
    private boolean small; // the last instruction put a small whole number on the stack
    private int parts;

    MethodCheck(ClassCheck inside, String method, boolean bridge, Consumer<String> refusals) {
        super(Opcodes.ASM9);
        this.inside = inside;
        this.method = method;
        this.bridge = bridge;
        this.refusals = refusals;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
        small = false;
        boolean copies = method.equals("values") && owner.equals("java/lang/System") && name.equals("arraycopy");
        if (!copies && !inside.mayCall(owner, name, descriptor, method, bridge)) {
            refusals.accept("it calls " + dots(owner) + "." + name);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        small = false;
        boolean writes = opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD;
        if (writes ? !inside.mayWrite(opcode, owner, method) : !inside.mayRead(owner, name)) {
            refusals.accept("it " + (writes ? "changes " : "reads ") + dots(owner) + "." + name);
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        boolean array = opcode == Opcodes.ANEWARRAY;
        if (array && !small && !method.equals("values")) {
            refusals.accept("it makes a list of any length");
        } else if (!inside.mayName(type)) {
            refusals.accept("it names " + dots(type));
        }
        small = false;
    }

    @Override
    public void visitLdcInsn(Object value) {
        small = false;
        boolean plain = value instanceof String || value instanceof Number;
        if (!plain
                && !(value instanceof Type type
                        && type.getSort() == Type.OBJECT
                        && inside.mayName(type.getInternalName()))) {
            refusals.accept("it names " + (value instanceof ConstantDynamic ? "a value made on the fly" : value));
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        small = false;
        String maker = bootstrap.getOwner() + " " + bootstrap.getName();
        if (maker.equals(CONCAT) && bootstrap.getTag() == Opcodes.H_INVOKESTATIC && arguments.length == 1) {
            parts += Type.getArgumentCount(descriptor);
            if (parts > MOST_PARTS) {
                refusals.accept("a text is put together of more than " + MOST_PARTS + " values");
            }
        } else if (!maker.equals(LAMBDA) || !madeByName(descriptor, arguments)) {
            refusals.accept("it makes a method with " + dots(maker).replace(' ', '.'));
        }
    }

    /** {@code SumAccumulateFunction::new}, the one thing that rules name and do not call. */
    private boolean madeByName(String descriptor, Object... arguments) {
        return descriptor.equals("()Ljava/util/function/Supplier;")
                && arguments.length == 3
                && arguments[1] instanceof Handle made
                && made.getTag() == Opcodes.H_NEWINVOKESPECIAL
                && made.getDesc().equals("()V")
                && inside.mayCall(made.getOwner(), made.getName(), made.getDesc(), method, bridge);
    }

    @Override
    public void visitInsn(int opcode) {
        small = opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5;
        boolean thrown = opcode == Opcodes.ATHROW && !inside.mayThrow();
        if (thrown || opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
            refusals.accept(thrown ? "it fails on purpose" : "it waits for others");
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        small = opcode != Opcodes.NEWARRAY;
        if (!small) {
            refusals.accept("it makes a list of numbers");
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        refusals.accept("it makes a list of lists");
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        small = false;
        if (opcode == Opcodes.RET || (opcode == Opcodes.ASTORE && inside.mayNotKeep(method))) {
            refusals.accept("it keeps a value for later");
        }
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        small = false;
        refusals.accept("it counts");
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        small = false;
        forward(label);
        if (opcode == Opcodes.JSR) {
            refusals.accept("it calls a part of itself");
        }
    }

    @Override
    public void visitTableSwitchInsn(int least, int most, Label otherwise, Label... labels) {
        visitLookupSwitchInsn(otherwise, new int[0], labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        small = false;
        forward(otherwise);
        for (Label label : labels) {
            forward(label);
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        refusals.accept("it goes on after a failure");
    }

    private void forward(Label label) {
        if (passed.contains(label)) {
            refusals.accept("it repeats something in a loop");
        }
    }

    private static String dots(String name) {
        return name.replace('/', '.');
    }
}
