package retention.rules.sandbox;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A class loader that knows only what is on a list, Java's own classes included. Thread-safe. */
final class FilteredClasses extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String SUFFIX = ".class";

    private final ClassLoader all;
    private final Predicate<String> classes;
    private final Predicate<String> files;

    /**
     * Makes a filter.
     *
     * @param classes which classes it loads, by name with dots
     * @param files which class files it shows, by name with dots, to a compiler that only reads them
     */
    FilteredClasses(ClassLoader all, Predicate<String> classes, Predicate<String> files) {
        super(null);
        this.all = all;
        this.classes = classes;
        this.files = files;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!classes.test(name)) {
            throw new ClassNotFoundException(name);
        }
        return all.loadClass(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        boolean shown = name.endsWith(SUFFIX)
                && files.test(name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'));
        return shown ? all.getResource(name) : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        URL one = getResource(name);
        return one == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(one));
    }
}
