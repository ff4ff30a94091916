/** Keeps the code that rules become from reaching beyond advice. Knows bytecode, not Drools. */
@NullMarked
package retention.rules.sandbox;

import org.jspecify.annotations.NullMarked;
