package retention.rules.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes that a rule file became, and nothing of the program around them but what they need. Thread-safe. */
public final class RuleClasses extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String SUFFIX = ".class";

    private final Map<String, byte[]> classes;
    private final boolean counted;

    /** Classes by path, such as {@code advisor/Rules1F.class}; those of the parent come first. */
    RuleClasses(Map<String, byte[]> classes, ClassLoader parent, boolean counted) {
        super(parent);
        this.classes = Map.copyOf(classes);
        this.counted = counted;
    }

    /** Whether what its rules do is counted, and what they conclude told, through {@link Steps}. */
    public boolean counted() {
        return counted;
    }

    /** Whether it holds the class of this name, with dots. */
    public boolean holds(String name) {
        return classes.containsKey(path(name));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte @Nullable [] bytes = classes.get(path(name));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static String path(String name) {
        return name.replace('.', '/') + SUFFIX;
    }
}
