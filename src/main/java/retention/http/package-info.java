/** The HTTP endpoint: a thin caller of one function; the only package that knows Undertow. */
@NullMarked
package retention.http;

import org.jspecify.annotations.NullMarked;
