package retention.rules;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that a conclusion cannot reckon with. */
final class Figure {

    private static final Pattern PLAIN = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Figure() {}

    /** What is wrong with a value as a number, or as a division by one; null when nothing is. */
    static @Nullable String wrong(Expression value) {
        if (value instanceof BinaryExpr sum
                && sum.getOperator() == BinaryExpr.Operator.DIVIDE
                && zero(sum.getRight())) {
            return "nothing can be divided by 0";
        }
        if (!number(value)) {
            return null;
        }
        String digits = ((LiteralStringValueExpr) value).getValue();
        if (!PLAIN.matcher(digits).matches()) {
            return digits + " is no number here: write digits alone, with a point for decimals: 1000 or 3.5";
        }
        return new BigDecimal(digits).compareTo(LARGEST) > 0
                ? digits + " is too large: numbers go up to " + LARGEST
                : null;
    }

    private static boolean zero(Expression value) {
        return number(value) && ((LiteralStringValueExpr) value).getValue().matches("0+(\\.0*)?");
    }

    private static boolean number(Expression value) {
        return value.isIntegerLiteralExpr() || value.isLongLiteralExpr() || value.isDoubleLiteralExpr();
    }
}
