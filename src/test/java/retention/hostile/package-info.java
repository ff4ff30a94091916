/** Clients that mean no good, and those that measure how the server bears them. */
@NullMarked
package retention.hostile;

import org.jspecify.annotations.NullMarked;
