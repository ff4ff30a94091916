package retention.rules.sandbox;

/**
 * Which parts of the sandbox are at work: all of them, but for a test that looks at one alone.
 *
 * @param loaders class loaders that know only what rules need
 * @param bytecode the check of every class before it is loaded
 * @param steps the counting of what rules do while they run
 */
public record Layers(boolean loaders, boolean bytecode, boolean steps) {

    /** What the product runs with. */
    public static final Layers ALL = new Layers(true, true, true);
}
