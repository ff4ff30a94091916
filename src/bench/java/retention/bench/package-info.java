/** The workload of 36 rules on the advisor, on hand-written code and on plain Drools, and what measures them. Not shipped. */
@NullMarked
package retention.bench;

import org.jspecify.annotations.NullMarked;
