/**
 * How well the scores rank what really happened afterwards. Figures alone: who the customers are and what became of them
 * comes from outside.
 */
@NullMarked
package retention.backtest;

import org.jspecify.annotations.NullMarked;
