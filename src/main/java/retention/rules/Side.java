package retention.rules;

/** One of the two ways of a fork: that it holds, or that it does not. */
public record Side(Fork fork, boolean holds) {

    /** Its name, such as {@code true}, or {@code letting through}. */
    public String name() {
        return fork.kind().side(holds);
    }
}
