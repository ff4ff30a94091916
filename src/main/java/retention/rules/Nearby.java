package retention.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.rules.explain.Constants;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The values on either side of those that rules compare with. Immutable. */
final class Nearby {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_MONTHS = 240;

    private final LocalDate day;
    private final Set<String> places;
    private final Constants constants;

    Nearby(LocalDate day, Look look) {
        this.day = day;
        this.places = look.places();
        this.constants = look.constants();
    }

    /** The values that a field may be given; {@code owner} is the fact it belongs to, null when there is none. */
    List<JsonNode> values(Class<?> type, @Nullable JsonNode from, @Nullable JsonNode owner, String field) {
        return switch (Kind.of(type)) {
            case YES_NO -> List.of(JSON.booleanNode(true), JSON.booleanNode(false));
            case WORD ->
                Arrays.stream(type.getEnumConstants())
                        .<JsonNode>map(one -> JSON.stringNode(((Enum<?>) one).name()))
                        .toList();
            case TEXT ->
                constants.texts().stream().<JsonNode>map(JSON::stringNode).toList();
            case NUMBER -> numbers(type, from, owner, field);
            case DATE -> dates(owner, field);
            default -> List.of();
        };
    }

    private List<JsonNode> numbers(Class<?> type, @Nullable JsonNode from, @Nullable JsonNode owner, String field) {
        var values = new TreeSet<BigDecimal>();
        constants.numbers().forEach(one -> around(one, values));
        if (from != null && from.isNumber()) {
            around(from.decimalValue(), values);
        }
        if (owner != null) {
            owner.properties().stream()
                    .filter(other -> !other.getKey().equals(field) && beside(other.getKey(), field))
                    .filter(other -> other.getValue().isNumber())
                    .forEach(other -> beside(other.getValue().decimalValue(), values));
        }
        boolean whole = type != Double.class && type != double.class;
        return values.stream()
                .filter(one -> !whole || one.stripTrailingZeros().scale() <= 0)
                .<JsonNode>map(one -> whole ? JSON.numberNode(one.longValue()) : JSON.numberNode(one))
                .toList();
    }

    /** Whether rules look at both fields of a fact, and so may compare them. */
    private boolean beside(String other, String field) {
        return places.stream().anyMatch(place -> last(place).equals(other))
                && places.stream().anyMatch(place -> last(place).equals(field));
    }

    private static String last(String place) {
        return place.substring(place.lastIndexOf('.') + 1);
    }

    /** Another number of the same fact, and those so many percent above and below it. */
    private void beside(BigDecimal other, Set<BigDecimal> into) {
        around(other, into);
        for (BigDecimal percent : constants.numbers()) {
            BigDecimal part = other.multiply(percent).movePointLeft(2);
            into.add(other.add(part).setScale(0, RoundingMode.CEILING));
            into.add(other.subtract(part).setScale(0, RoundingMode.FLOOR));
            BigDecimal above = percent.add(HUNDRED);
            BigDecimal below = HUNDRED.subtract(percent);
            if (above.signum() > 0 && below.signum() > 0) {
                into.add(other.multiply(HUNDRED).divide(above, 0, RoundingMode.FLOOR));
                into.add(other.multiply(HUNDRED).divide(below, 0, RoundingMode.CEILING));
            }
        }
    }

    private static void around(BigDecimal one, Set<BigDecimal> into) {
        into.add(one);
        into.add(one.add(BigDecimal.ONE));
        into.add(one.subtract(BigDecimal.ONE));
    }

    /** Days that lie as far from today, or from another day of the same fact, as the rules count. */
    private List<JsonNode> dates(@Nullable JsonNode owner, String field) {
        var days = new TreeSet<LocalDate>();
        for (int distance : constants.distances()) {
            days.add(day.minusDays(distance));
            days.add(day.plusDays(distance));
            if (distance <= MOST_MONTHS) {
                days.add(day.minusMonths(distance));
            }
            if (owner != null) {
                owner.properties().stream()
                        .filter(other -> !other.getKey().equals(field))
                        .map(other -> date(other.getValue()))
                        .filter(Objects::nonNull)
                        .forEach(other -> days.addAll(List.of(other.minusDays(distance), other.plusDays(distance))));
            }
        }
        return days.stream()
                .<JsonNode>map(one -> JSON.stringNode(one.toString()))
                .toList();
    }

    /** The day that a value is; null when it is none. */
    static @Nullable LocalDate date(@Nullable JsonNode value) {
        String text = value != null && value.isString() ? value.stringValue() : "";
        boolean day = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        return day ? LocalDate.parse(text) : null;
    }
}
