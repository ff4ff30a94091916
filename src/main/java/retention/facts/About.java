package retention.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in plain words what a fact or a question means, with its unit. Shown in the JSON Schema and in the README. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface About {
    /** One line of plain words. */
    String value();

    /** The smallest number it can be. */
    int least() default Integer.MIN_VALUE;

    /** The largest number it can be. */
    int most() default Integer.MAX_VALUE;
}
