package retention.rules.explain;

/** Some condition cannot be asked here as the engine asks it; why is the message. Never leaves this package. */
final class CannotTell extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotTell(String why) {
        super(why, null, false, false);
    }
}
