package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import retention.rules.sandbox.Layers;
import retention.rules.sandbox.Refusal;

/** Classes that were changed after the compiler made them, as somebody might who can write a cache. */
@Timeout(120)
class SmuggledCodeTest {

    private static final String RULE = "package advisor\n"
            + TinyRules.rule(
                    "late",
                    "Customer( $n : orders.late(3).count, $n >= 1 )",
                    "new Recommend( \"CALL\", \"late: \" + $n )");
    private static final Unchecked BYTECODE = new Unchecked(new Layers(false, true, false));
    private static final Unchecked STEPS = new Unchecked(new Layers(false, false, true));
    private static final String CONSEQUENCE = "LambdaConsequence";

    private static Map<String, byte[]> honest = Map.of();

    @BeforeAll
    static void compile() {
        honest = BYTECODE.compile(RULE);
    }

    @Test
    void what_the_compiler_makes_is_accepted_and_runs() {
        assertThat(BYTECODE.refusals(honest)).isEmpty();
        assertThat(BYTECODE.run(honest)).isEqualTo("late: 60");
        assertThat(STEPS.run(honest)).isEqualTo("late: 60");
    }

    @Test
    void a_rule_may_have_any_name() {
        for (String name : List.of("致歉：包裹晚到（三天）", "Grüße für 10 % & mehr!", "a'b; {c} /* d", "😀")) {
            assertThat(BYTECODE.refusals(BYTECODE.compile(RULE.replace("\"late\"", '"' + name + '"'))))
                    .as(name)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smuggled")
    void nothing_smuggled_in_is_accepted(String reason, Consumer<MethodVisitor> code) {
        assertThat(BYTECODE.refusals(firing(code))).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.rules()).containsExactly("late");
        });
    }

    static Stream<Arguments> smuggled() {
        return Stream.of(
                code("it calls java.lang.System.gc", m -> call(m, "java/lang/System", "gc", "()V")),
                code("it calls java.lang.System.arraycopy", m -> {
                    m.visitInsn(Opcodes.ACONST_NULL);
                    m.visitInsn(Opcodes.ICONST_0);
                    m.visitInsn(Opcodes.ACONST_NULL);
                    m.visitInsn(Opcodes.ICONST_0);
                    m.visitInsn(Opcodes.ICONST_0);
                    call(m, "java/lang/System", "arraycopy", "(Ljava/lang/Object;ILjava/lang/Object;II)V");
                }),
                code("it calls java.lang.Object.getClass", m -> {
                    m.visitVarInsn(Opcodes.ALOAD, 1);
                    m.visitMethodInsn(
                            Opcodes.INVOKEVIRTUAL, "java/lang/Object", "getClass", "()Ljava/lang/Class;", false);
                    m.visitInsn(Opcodes.POP);
                }),
                code("it calls org.drools.model.Drools.halt", m -> {
                    m.visitVarInsn(Opcodes.ALOAD, 1);
                    m.visitMethodInsn(Opcodes.INVOKEINTERFACE, "org/drools/model/Drools", "halt", "()V", true);
                }),
                code("it calls retention.rules.sandbox.Tick.step", m -> {
                    m.visitLdcInsn("x");
                    call(m, "retention/rules/sandbox/Tick", "step", "(Ljava/lang/String;)V");
                }),
                code("it reads java.lang.System.out", m -> {
                    m.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
                    m.visitInsn(Opcodes.POP);
                }),
                code("it changes retention.facts.Segment.PRICE", m -> {
                    m.visitInsn(Opcodes.ACONST_NULL);
                    m.visitFieldInsn(
                            Opcodes.PUTSTATIC, "retention/facts/Segment", "PRICE", "Lretention/facts/Segment;");
                }),
                code("it names java.lang.Thread", m -> {
                    m.visitTypeInsn(Opcodes.NEW, "java/lang/Thread");
                    m.visitInsn(Opcodes.POP);
                }),
                code("it names Ljava/lang/Runtime;", m -> {
                    m.visitLdcInsn(Type.getObjectType("java/lang/Runtime"));
                    m.visitInsn(Opcodes.POP);
                }),
                code("it names a value made on the fly", m -> {
                    m.visitLdcInsn(new ConstantDynamic("x", "Ljava/lang/String;", bootstrap("java/lang/Runtime", "x")));
                    m.visitInsn(Opcodes.POP);
                }),
                code("it makes a method with java.lang.Runtime.x", m -> {
                    m.visitInvokeDynamicInsn("x", "()Ljava/lang/String;", bootstrap("java/lang/Runtime", "x"));
                    m.visitInsn(Opcodes.POP);
                }),
                code("it makes a method with java.lang.invoke.LambdaMetafactory.metafactory", m -> {
                    Type nothing = Type.getMethodType("()Ljava/lang/Object;");
                    m.visitInvokeDynamicInsn(
                            "get",
                            "()Ljava/util/function/Supplier;",
                            bootstrap("java/lang/invoke/LambdaMetafactory", "metafactory"),
                            nothing,
                            new Handle(Opcodes.H_NEWINVOKESPECIAL, "java/lang/Thread", "<init>", "()V", false),
                            nothing);
                    m.visitInsn(Opcodes.POP);
                }),
                code("a text is put together of more than 50 values", m -> {
                    for (int part = 0; part < 51; part++) {
                        m.visitLdcInsn("x");
                    }
                    m.visitInvokeDynamicInsn(
                            "makeConcatWithConstants",
                            "(" + "Ljava/lang/String;".repeat(51) + ")Ljava/lang/String;",
                            bootstrap("java/lang/invoke/StringConcatFactory", "makeConcatWithConstants"),
                            "\1".repeat(51));
                    m.visitInsn(Opcodes.POP);
                }),
                code("it repeats something in a loop", SmuggledCodeTest::loop),
                code("it counts", m -> m.visitIincInsn(2, 1)),
                code("it keeps a value for later", m -> {
                    m.visitInsn(Opcodes.ACONST_NULL);
                    m.visitVarInsn(Opcodes.ASTORE, 9);
                }),
                code("it makes a list of numbers", m -> {
                    m.visitInsn(Opcodes.ICONST_1);
                    m.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
                    m.visitInsn(Opcodes.POP);
                }),
                code("it makes a list of any length", m -> {
                    m.visitLdcInsn(2_000_000_000);
                    m.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
                    m.visitInsn(Opcodes.POP);
                }),
                code("it makes a list of lists", m -> {
                    m.visitInsn(Opcodes.ICONST_1);
                    m.visitInsn(Opcodes.ICONST_1);
                    m.visitMultiANewArrayInsn("[[I", 2);
                    m.visitInsn(Opcodes.POP);
                }),
                code("it waits for others", m -> {
                    m.visitVarInsn(Opcodes.ALOAD, 1);
                    m.visitInsn(Opcodes.MONITORENTER);
                }),
                code("it goes on after a failure", m -> {
                    var begin = new Label();
                    var end = new Label();
                    m.visitTryCatchBlock(begin, end, end, null);
                    m.visitLabel(begin);
                    m.visitInsn(Opcodes.NOP);
                    m.visitLabel(end);
                }));
    }

    @Test
    void a_class_of_an_unknown_kind_is_refused() {
        assertThat(reasons(with("advisor/P00/Helper.class", empty("advisor/P00/Helper"))))
                .containsExactly("it becomes a class advisor.P00.Helper");
        assertThat(reasons(with("retention/facts/Order.class", empty("retention/facts/Order"))))
                .containsExactly("it becomes a class retention.facts.Order");
    }

    @Test
    void a_class_that_is_not_of_the_kind_that_its_name_says_is_refused() {
        String rules = "advisor/Rules" + "0".repeat(32);
        assertThat(reasons(with(rules + ".class", empty(rules))))
                .containsExactly("it is no class of the kind that its name says");
        assertThat(reasons(with(rules + ".class", empty("advisor/Other"))))
                .containsExactly("it is no class of the kind that its name says");
    }

    @Test
    void bytes_that_are_no_class_are_refused() {
        assertThat(reasons(with("advisor/Fleet.class", new byte[] {1, 2, 3})))
                .containsExactly("it becomes something that is no class");
    }

    @Test
    void a_method_of_its_own_is_refused() {
        assertThat(reasons(added(Opcodes.ACC_PUBLIC | Opcodes.ACC_NATIVE, "execute", "(I)V")))
                .containsExactly("it has a method \"execute\"");
        assertThat(reasons(added(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "finalize", "()V")))
                .containsExactly("it has a method \"finalize\"");
    }

    @Test
    void a_loop_smuggled_in_is_stopped_by_its_steps() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> STEPS.run(firing(SmuggledCodeTest::loop)))
                .withMessage("rule \"late\" does more than 300000 steps for one customer");
    }

    @Test
    void a_rule_that_calls_itself_is_stopped_by_its_steps_or_by_the_room_there_is() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> STEPS.run(firing(SmuggledCodeTest::callItself)))
                .withMessageStartingWith("rule \"late\" ");
        assertThat(reasons(firing(SmuggledCodeTest::callItself)))
                .singleElement()
                .asString()
                .startsWith("it calls advisor.P");
    }

    private static Arguments code(String reason, Consumer<MethodVisitor> code) {
        return Arguments.of(reason, code);
    }

    private static void call(MethodVisitor method, String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    private static void loop(MethodVisitor method) {
        var again = new Label();
        method.visitLabel(again);
        method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitJumpInsn(Opcodes.IFNONNULL, again);
    }

    private static void callItself(MethodVisitor method) {
        String self = consequence().replace(".class", "");
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitVarInsn(Opcodes.ALOAD, 2);
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, self, "execute", "(Lorg/drools/model/Drools;Ljava/lang/Integer;)V", false);
    }

    private static Handle bootstrap(String owner, String name) {
        return new Handle(
                Opcodes.H_INVOKESTATIC,
                owner,
                name,
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                        + "Ljava/lang/invoke/CallSite;",
                false);
    }

    private static String consequence() {
        return honest.keySet().stream()
                .filter(path -> path.contains(CONSEQUENCE))
                .findFirst()
                .orElseThrow();
    }

    /** The honest classes, with some code at the beginning of what stands behind then. */
    private static Map<String, byte[]> firing(Consumer<MethodVisitor> code) {
        return changed(writer -> new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String sign, String[] thrown) {
                MethodVisitor method = super.visitMethod(access, name, descriptor, sign, thrown);
                boolean fires = name.equals("execute") && (access & Opcodes.ACC_BRIDGE) == 0;
                return !fires
                        ? method
                        : new MethodVisitor(Opcodes.ASM9, method) {
                            @Override
                            public void visitCode() {
                                super.visitCode();
                                code.accept(mv);
                            }
                        };
            }
        });
    }

    private static Map<String, byte[]> added(int access, String name, String descriptor) {
        return changed(writer -> new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visitEnd() {
                super.visitMethod(access, name, descriptor, null, null).visitEnd();
                super.visitEnd();
            }
        });
    }

    private static Map<String, byte[]> changed(UnaryOperator<ClassVisitor> change) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(honest.get(consequence())).accept(change.apply(writer), 0);
        return with(consequence(), writer.toByteArray());
    }

    private static Map<String, byte[]> with(String path, byte[] bytes) {
        var classes = new TreeMap<>(honest);
        classes.put(path, bytes);
        return classes;
    }

    private static byte[] empty(String name) {
        var writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, "java/lang/Object", new String[0]);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static List<String> reasons(Map<String, byte[]> classes) {
        return BYTECODE.refusals(classes).stream()
                .map(Refusal::reason)
                .distinct()
                .toList();
    }
}
