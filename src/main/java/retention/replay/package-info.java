/** Decides again what a receipt stands for, and finds what changed when something else comes out. */
@NullMarked
package retention.replay;

import org.jspecify.annotations.NullMarked;
