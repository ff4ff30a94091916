/**
 * What we know about one customer on one day: the vocabulary of the rules and the JSON of the API.
 *
 * <p>Records of plain values; the JDK only. A missing value is null and stays distinguishable from zero: a list that
 * nobody sent is unknown ({@code count} is null), an empty list is known to be empty ({@code count} is 0).
 */
@NullMarked
package retention.facts;

import org.jspecify.annotations.NullMarked;
