/** Whether terms are fair: a customer is varied in one fact, and the rules are asked again. */
@NullMarked
package retention.audit;

import org.jspecify.annotations.NullMarked;
