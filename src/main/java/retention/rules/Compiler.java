package retention.rules;

/** How rule files become something that runs. */
public enum Compiler {
    /** Each file becomes Java classes: what serves. */
    EXECUTABLE,
    /** Rules are interpreted, which needs drools-mvel on the class path: a second opinion for tests. */
    CLASSIC
}
