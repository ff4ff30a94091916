package retention.json;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import retention.facts.About;
import retention.facts.AsOf;
import retention.facts.Customer;
import retention.facts.Facts;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (draft 2020-12) of a customer, made from the records and from a company's own declared facts. */
public final class CustomerSchema {

    private CustomerSchema() {}

    /** The schema, indented. {@code declared} holds the fields of each declared fact by name. */
    public static String of(Map<String, Map<String, Class<?>>> declared) {
        ObjectNode schema = new SchemaGenerator(config().build()).generateSchema(Customer.class);
        schema.put("title", "Customer");
        ((ObjectNode) schema.get("properties")).set("extensions", extensions(declared));
        return Json.pretty(schema);
    }

    /** The schemas of a customer and all parts by name, for a document that keeps them at {@link RecordSchemas#PLACE}. */
    static ObjectNode parts() {
        SchemaGeneratorConfigBuilder config = config();
        config.forTypesInGeneral().withCustomDefinitionProvider(RecordSchemas::map);
        SchemaBuilder parts = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
        parts.createSchemaReference(Customer.class);
        ObjectNode schemas = parts.collectDefinitions(RecordSchemas.PLACE);
        ((ObjectNode) schemas.at("/Customer/properties")).set("extensions", anyExtensions());
        return schemas;
    }

    private static SchemaGeneratorConfigBuilder config() {
        var config = new SchemaGeneratorConfigBuilder(
                        Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.FLATTENED_ENUMS,
                        Option.PLAIN_DEFINITION_KEYS,
                        Option.DEFINITIONS_FOR_ALL_OBJECTS);
        config.forFields()
                .withIgnoreCheck(CustomerSchema::innerDay)
                .withDescriptionResolver(CustomerSchema::about)
                .withNumberInclusiveMinimumResolver(field -> limit(field, About::least, Integer.MIN_VALUE))
                .withNumberInclusiveMaximumResolver(field -> limit(field, About::most, Integer.MAX_VALUE))
                .withStringPatternResolver(field -> isId(field) ? "\\S" : null)
                .withTargetTypeOverridesResolver(CustomerSchema::items)
                .withRequiredCheck(field ->
                        field.getName().equals("id") && field.getDeclaringType().getErasedType() == Customer.class)
                .withNullableCheck(field -> false);
        config.forTypesInGeneral()
                .withPropertySorter((unused, unusedToo) -> 0) // as declared
                .withDescriptionResolver(scope -> about(scope.getType().getErasedType()))
                .withCustomDefinitionProvider(CustomerSchema::day);
        return config;
    }

    /** The day is named once, by the customer; the facts below share it. */
    private static boolean innerDay(FieldScope field) {
        boolean day = field.getType().getErasedType() == AsOf.class;
        return day && field.getDeclaringType().getErasedType() != Customer.class;
    }

    private static boolean isId(FieldScope field) {
        return field.getName().equals("id") && field.getDeclaringType().getErasedType() == Customer.class;
    }

    private static @Nullable BigDecimal limit(FieldScope field, ToIntFunction<About> limit, int none) {
        About about = field.getAnnotation(About.class);
        int value = about == null || field.isFakeContainerItemScope() ? none : limit.applyAsInt(about);
        return value == none ? null : BigDecimal.valueOf(value);
    }

    private static @Nullable String about(FieldScope field) {
        About about = field.isFakeContainerItemScope() ? null : field.getAnnotation(About.class);
        return about == null ? null : about.value();
    }

    private static @Nullable String about(Class<?> type) {
        About about = type.getAnnotation(About.class);
        return about == null ? null : about.value();
    }

    private static @Nullable List<ResolvedType> items(FieldScope field) {
        List<ResolvedType> list = field.getType().typeParametersFor(Facts.class);
        return list == null ? null : List.of(field.getContext().resolve(List.class, list.get(0)));
    }

    private static @Nullable CustomDefinition day(ResolvedType type, SchemaGenerationContext context) {
        if (type.getErasedType() != AsOf.class && type.getErasedType() != LocalDate.class) {
            return null;
        }
        return new CustomDefinition(date(), true);
    }

    private static ObjectNode date() {
        return object().put("type", "string").put("format", "date");
    }

    private static ObjectNode extensions(Map<String, Map<String, Class<?>>> declared) {
        ObjectNode facts = object();
        declared.forEach((name, fields) -> {
            ObjectNode properties = object();
            fields.forEach((field, type) -> properties.set(field, type(type)));
            ObjectNode fact = closed(properties);
            facts.set(name, object().put("type", "array").set("items", fact));
        });
        return closed(facts).put("description", "facts of your own, declared in a rule file");
    }

    /** Which facts are declared depends on the rules. */
    private static ObjectNode anyExtensions() {
        ObjectNode facts = object().put("type", "array");
        facts.set("items", object().put("type", "object"));
        ObjectNode any = object().put("type", "object");
        any.set("additionalProperties", facts);
        return any.put("description", "facts of your own, declared in a rule file; GET /v1/schema tells which");
    }

    private static ObjectNode closed(ObjectNode properties) {
        ObjectNode closed = object().put("type", "object");
        closed.set("properties", properties);
        return closed.put("additionalProperties", false);
    }

    private static ObjectNode type(Class<?> type) {
        if (type == LocalDate.class) {
            return date();
        }
        if (type == Boolean.class) {
            return object().put("type", "boolean");
        }
        if (type == String.class) {
            return object().put("type", "string");
        }
        return object().put("type", type == Double.class ? "number" : "integer");
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
