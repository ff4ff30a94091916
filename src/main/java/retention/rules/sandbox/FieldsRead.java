package retention.rules.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Which fields of facts the answer to a question rests on, read from the bytecode of the question itself, so that no list of
 * them can grow old. One object for one question.
 */
public final class FieldsRead {

    private static final String FACTS = "retention/facts/";

    private final @Nullable Class<?> item;
    private final Set<Read> reads = new LinkedHashSet<>();
    private final Set<String> visited = new HashSet<>();

    private FieldsRead(@Nullable Class<?> item) {
        this.item = item;
    }

    /** A field of a fact. */
    public record Read(Class<?> fact, String field) {}

    /** All that a question of a type reads, itself or by asking others. */
    public static Set<Read> of(Class<?> type, Method question) {
        var item = type.getGenericSuperclass() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : null;
        var fields = new FieldsRead(item);
        fields.follow(Type.getInternalName(type), question.getName(), Type.getMethodDescriptor(question));
        return fields.reads;
    }

    private void follow(String owner, String method, String descriptor) {
        if (!owner.startsWith(FACTS) || !visited.add(owner + method + descriptor)) {
            return;
        }
        Class<?> type = loaded(owner);
        Class<?> asked = type.isInterface() && item != null ? item : type; // a list asks its own facts
        var body = new Body(asked, method, descriptor);
        new ClassReader(bytes(asked)).accept(body, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        Class<?> above = asked.getSuperclass();
        if (!body.found && above != null) {
            follow(Type.getInternalName(above), method, descriptor);
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name.replace('/', '.'), false, FieldsRead.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible); // a class that is called is there
        }
    }

    private static byte[] bytes(Class<?> type) {
        try (InputStream in = type.getResourceAsStream("/" + Type.getInternalName(type) + ".class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Looks at one method of a class. */
    private final class Body extends ClassVisitor {

        private final Class<?> type;
        private final String method;
        private final String descriptor;
        private boolean found;

        Body(Class<?> type, String method, String descriptor) {
            super(Opcodes.ASM9);
            this.type = type;
            this.method = method;
            this.descriptor = descriptor;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String desc, @Nullable String signature, String @Nullable [] exceptions) {
            if (!name.equals(method) || !desc.equals(descriptor)) {
                return null;
            }
            found = true;
            return new Instructions(type);
        }
    }

    /** Follows what one method reads and calls. */
    private final class Instructions extends MethodVisitor {

        private final Class<?> type;

        Instructions(Class<?> type) {
            super(Opcodes.ASM9);
            this.type = type;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            if (opcode == Opcodes.GETFIELD && type.isRecord() && owner.equals(Type.getInternalName(type))) {
                reads.add(new Read(type, field));
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String called, String descriptor, boolean onInterface) {
            follow(owner, called, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle maker, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    follow(handle.getOwner(), handle.getName(), handle.getDesc());
                }
            }
        }
    }
}
