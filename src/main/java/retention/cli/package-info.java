/** The verbs of the command line, one small class each. */
@NullMarked
package retention.cli;

import org.jspecify.annotations.NullMarked;
