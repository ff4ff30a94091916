/** Small changes of a rule's text that a good set of cases notices. Knows the language of conditions, not the engine. */
@NullMarked
package retention.rules.mutation;

import org.jspecify.annotations.NullMarked;
