/** What the rules conclude and what the caller gets: plain records, the JDK only. */
@NullMarked
package retention.advice;

import org.jspecify.annotations.NullMarked;
