package retention.rules;

import java.util.List;

/**
 * A question that a type answers.
 *
 * @param parameters the types of the values in its parentheses
 * @param least the smallest number it can be; the least there is when nothing is known of that
 * @param most the largest number it can be
 */
record Question(String name, List<Class<?>> parameters, Answer answer, int least, int most) {}
