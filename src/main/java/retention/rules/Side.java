package retention.rules;

/** One of the two ways of a fork: that it holds, or that it does not. */
public record Side(Fork fork, boolean holds) implements Aim {

    /** Its name, such as {@code true}, or {@code letting through}. */
    public String name() {
        return fork.kind().side(holds);
    }

    @Override
    public String owner() {
        return fork.owner();
    }

    @Override
    public String file() {
        return fork.file();
    }

    @Override
    public int line() {
        return fork.line();
    }

    @Override
    public int column() {
        return fork.column();
    }

    @Override
    public String place() {
        return fork.place();
    }

    @Override
    public double reach() {
        return 0;
    }

    @Override
    public String sentence() {
        if (!fork.kind().ofRules()) {
            return fork.text() + ": " + name();
        }
        return "\"" + fork.text() + "\" " + (holds ? "holds" : "does not hold");
    }
}
