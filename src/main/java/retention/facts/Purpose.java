package retention.facts;

/** What a consent was given for. */
public enum Purpose {
    /** Messages about something the customer has with us. */
    SERVICE,
    /** Messages that advertise. */
    MARKETING,
    /** Drawing conclusions from behaviour. */
    PROFILING
}
