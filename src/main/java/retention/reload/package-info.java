/** Rules that change while they serve: watching the folder, swapping rule books, keeping and putting back revisions. */
@NullMarked
package retention.reload;

import org.jspecify.annotations.NullMarked;
