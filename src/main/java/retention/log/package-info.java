/** What the program says of itself on standard error: lines of text or of JSON, never in the way of its work. */
@NullMarked
package retention.log;

import org.jspecify.annotations.NullMarked;
