package retention.rules;

import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import retention.rules.sandbox.RuleClasses;
import retention.rules.sandbox.RuleSandbox;

/**
 * A rule file as classes that are ready to run. Immutable.
 *
 * @param models what the engine builds its network from
 */
record LoadedFile(RuleClasses classes, List<Model> models) {

    /** Makes classes of bytes in which the sandbox found nothing to refuse; throws LinkageError for bytes that are none. */
    static LoadedFile of(Map<String, byte[]> bytes, ClassLoader parent, RuleSandbox sandbox) {
        RuleClasses classes = sandbox.load(bytes, parent);
        List<Model> models = bytes.keySet().stream()
                .filter(path -> path.startsWith("advisor/Rules"))
                .map(path ->
                        path.substring(0, path.length() - ".class".length()).replace('/', '.'))
                .sorted()
                .map(name -> load(classes, name))
                .filter(Model.class::isAssignableFrom)
                .map(LoadedFile::model)
                .toList();
        return new LoadedFile(classes, models);
    }

    private static Class<?> load(ClassLoader classes, String name) {
        try {
            return classes.loadClass(name);
        } catch (ClassNotFoundException missing) {
            throw new LinkageError(name, missing);
        }
    }

    private static Model model(Class<?> made) {
        try {
            return (Model) made.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(made.getName(), broken);
        }
    }
}
