/** Keeps on disk what was compiled and found good, sealed by a key of the owner. Knows bytes, not rules. */
@NullMarked
package retention.rules.store;

import org.jspecify.annotations.NullMarked;
