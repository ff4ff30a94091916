package retention.sql;

/**
 * A row that is no customer. {@code row} counts the rows of the query from 1; {@code path} is like
 * {@code orders[2].deliveredOn}, empty for the whole row; {@code problem} says what is wrong there, without the value.
 */
public record RowError(long row, String path, String problem) {

    /** One line for people, like {@code row 3: orders[0].amount: must be a number}. */
    @Override
    public String toString() {
        return "row " + row + ": " + (path.isEmpty() ? "" : path + ": ") + problem;
    }
}
