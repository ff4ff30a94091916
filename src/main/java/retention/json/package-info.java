/** JSON and YAML in and out, strictly; the only package that knows Jackson's object mapping. */
@NullMarked
package retention.json;

import org.jspecify.annotations.NullMarked;
