package retention.rules;

import java.util.List;

/** A question that a type answers. {@code parameters} are the types of the values in its parentheses. */
record Question(String name, List<Class<?>> parameters, Answer answer) {}
