package retention.reload;

/** Decides from footprints when a folder is worth reading: once it has been quiet after a change. For one thread. */
final class Watch {

    private final Watching watching;
    private Footprint seen;
    private boolean waiting;
    private boolean again;
    private long since;
    private long restless;

    Watch(Watching watching) {
        this(watching, Footprint.NONE);
    }

    /** {@code seen} is what was read already. */
    Watch(Watching watching, Footprint seen) {
        this.watching = watching;
        this.seen = seen;
    }

    /** Whether to read the folder now; {@code nanos} is the time of a clock that never goes back. */
    boolean due(Footprint now, long nanos) {
        if (!now.equals(seen)) {
            seen = now;
            restless = waiting ? restless : nanos;
            waitFrom(nanos);
            if (nanos - restless >= watching.longest().toNanos()) {
                restless = nanos; // somebody changes it all the time, and others have saved meanwhile
                return true;
            }
            return false;
        }
        if (waiting && nanos - since >= watching.quiet().toNanos()) {
            waiting = false;
            again = true;
            return true;
        }
        if (again && nanos - since >= watching.again().toNanos()) {
            again = false;
            return true;
        }
        return false;
    }

    /** Reading failed: have it tried again after the time of quiet. */
    void waitFrom(long nanos) {
        since = nanos;
        waiting = true;
        again = false;
    }
}
