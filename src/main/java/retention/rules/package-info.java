/** The rule book: reading, checking and compiling the rule folder, and running it. The only package that knows Drools. */
@NullMarked
package retention.rules;

import org.jspecify.annotations.NullMarked;
