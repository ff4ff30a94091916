package retention.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.rules.Piece;

/**
 * The changes of rules and settings that made another advice of the old one.
 *
 * @param together whether all of them are needed; otherwise each alone does it
 * @param pieces none when it could not be found
 * @param differences how many changes there are between both revisions
 * @param tried how many folders between both were decided with
 * @param smallest false when the search ended before it was sure that no fewer do it
 */
public record Causes(boolean together, List<Cause> pieces, int differences, int tried, boolean smallest) {

    /**
     * One of them.
     *
     * @param alone what it changes in the outcome by itself; null when a folder with this change alone does not load
     */
    public record Cause(Piece piece, @Nullable Changes alone) {}
}
