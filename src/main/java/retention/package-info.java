/** The command line's entry; everything is wired here and in {@code cli}. */
@NullMarked
package retention;

import org.jspecify.annotations.NullMarked;
