/**
 * Customers out of tables: a query with the standard SQL/JSON constructors maps a company's own columns to our vocabulary,
 * over CSV files or on the company's own database. What became of customers, for a back-test. The only package that knows
 * JDBC.
 */
@NullMarked
package retention.sql;

import org.jspecify.annotations.NullMarked;
