package retention.sql;

/** What became of the rows of an import: how many were written, and how many were refused with a {@link RowError}. */
public record Result(long written, long refused) {}
