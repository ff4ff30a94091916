package retention.rules.sandbox;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;

/** Takes the classes that a rule file became in, or refuses them. The only way for such classes into the program. Thread-safe. */
public final class RuleSandbox {

    private static final String SUFFIX = ".class";
    private static final int MOST_CLASSES = 20_000;
    private static final int LARGEST_CLASS = 1 << 20;

    private static final SortedSet<String> NOBODY = Collections.unmodifiableSortedSet(new TreeSet<>());

    private final Layers layers;
    private final Reach reach;
    private final ClassLoader compiling;
    private final ClassLoader running;

    /** A sandbox with all its parts at work, or only some for a test. */
    public RuleSandbox(Layers layers, Reach reach) {
        this.layers = layers;
        this.reach = reach;
        ClassLoader all = RuleSandbox.class.getClassLoader();
        this.compiling = layers.loaders()
                ? new FilteredClasses(all, name -> Names.loaded(name, reach), name -> Names.read(name, reach))
                : all;
        this.running =
                layers.loaders() ? new FilteredClasses(all, name -> Names.running(name, reach), name -> false) : all;
    }

    /** What the rule compiler may see. */
    public ClassLoader compiling() {
        return compiling;
    }

    /** What rules may see while they run: the parent of their classes. */
    public ClassLoader running() {
        return running;
    }

    /** What is wrong with the classes of a file, by path; empty when they may be loaded. */
    public List<Refusal> refusals(Map<String, byte[]> classes) {
        if (!layers.bytecode()) {
            return List.of();
        }
        if (classes.size() > MOST_CLASSES) {
            return List.of(new Refusal(NOBODY, "it becomes more than " + MOST_CLASSES + " classes"));
        }
        Set<String> names = classes.keySet().stream().map(RuleSandbox::name).collect(Collectors.toSet());
        var refused = new TreeMap<String, Set<String>>();
        classes.forEach((path, bytes) -> refused.put(name(path), reasons(name(path), bytes, names)));
        refused.values().removeIf(Set::isEmpty);
        return refused.isEmpty() ? List.of() : refusals(refused, UsedBy.of(classes));
    }

    private static List<Refusal> refusals(Map<String, Set<String>> reasons, Map<String, SortedSet<String>> rules) {
        return reasons.entrySet().stream()
                .flatMap(refused -> refused.getValue().stream()
                        .map(reason -> new Refusal(rules.getOrDefault(refused.getKey(), NOBODY), reason)))
                .distinct()
                .toList();
    }

    /** Makes classes that have been found in order ready to run, counting what they do. */
    public RuleClasses load(Map<String, byte[]> classes, ClassLoader parent) {
        if (!layers.steps()) {
            return new RuleClasses(classes, parent, false);
        }
        Map<String, SortedSet<String>> rules = UsedBy.of(classes);
        var counted = new TreeMap<String, byte[]>();
        classes.forEach((path, bytes) ->
                counted.put(path, StepWeaver.weave(name(path), bytes, rules.getOrDefault(name(path), NOBODY), reach)));
        return new RuleClasses(counted, parent, true);
    }

    private Set<String> reasons(String name, byte[] bytes, Set<String> names) {
        var reasons = new LinkedHashSet<String>();
        Shape shape = Shape.of(name);
        if (shape == null || bytes.length > LARGEST_CLASS) {
            return Set.of(
                    "it becomes a class " + name.replace('/', '.') + (shape == null ? "" : ", which is too large"));
        }
        try {
            new ClassReader(bytes).accept(new ClassCheck(name, shape, names, reach, reasons::add), 0);
        } catch (RuntimeException broken) { // whatever a reader of damaged bytes can throw
            reasons.add("it becomes something that is no class");
        }
        return reasons;
    }

    static String name(String path) {
        return path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
    }
}
