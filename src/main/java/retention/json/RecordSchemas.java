package retention.json;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MethodScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas (draft 2020-12) of a customer and of the records that are written as answers, for one document. */
public final class RecordSchemas {

    /** Where in the document the schemas stand, which is how they point at each other. */
    public static final String PLACE = "components/schemas";

    private RecordSchemas() {}

    /**
     * The schemas of a customer, of these records, and of all that is in them, by the name of the class. What may be null is
     * left out of an answer, and all else is required. Throws IllegalStateException when two would have the same name.
     */
    public static ObjectNode of(List<Class<?>> answers) {
        SchemaBuilder records = generator().buildMultipleSchemaDefinitions();
        answers.forEach(records::createSchemaReference);
        ObjectNode schemas = CustomerSchema.parts();
        records.collectDefinitions(PLACE).properties().forEach(schema -> {
            if (schemas.putIfAbsent(schema.getKey(), schema.getValue()) != null) {
                throw new IllegalStateException("two schemas would be called " + schema.getKey());
            }
        });
        return schemas;
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(
                        Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.PLAIN_DEFINITION_KEYS,
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.INLINE_NULLABLE_SCHEMAS,
                        Option.NONSTATIC_NONVOID_NONGETTER_METHODS,
                        Option.FIELDS_DERIVED_FROM_ARGUMENTFREE_METHODS);
        config.forFields()
                .withIgnoreCheck(field -> has(field, JsonIgnore.class) || has(field, JsonUnwrapped.class))
                .withRequiredCheck(field -> !nullable(field) || always(field))
                .withNullableCheck(field -> nullable(field) && always(field));
        config.forMethods()
                .withIgnoreCheck(method -> method.getAnnotation(JsonProperty.class) == null)
                .withPropertyNameOverrideResolver(MethodScope::getDeclaredName)
                .withRequiredCheck(method -> true)
                .withNullableCheck(method -> false);
        config.forTypesInGeneral()
                .withPropertySorter((unused, unusedToo) -> 0) // as declared
                .withDefinitionNamingStrategy(
                        (key, unused) -> name(key.getType().getErasedType()))
                .withCustomDefinitionProvider(RecordSchemas::map)
                .withCustomDefinitionProvider(RecordSchemas::plain);
        return new SchemaGenerator(config.build());
    }

    /** What is part of something says so, for an Entry alone tells nothing. */
    private static String name(Class<?> record) {
        Class<?> whole = record.getEnclosingClass();
        return (whole == null ? "" : whole.getSimpleName()) + record.getSimpleName();
    }

    private static boolean has(FieldScope field, Class<? extends Annotation> annotation) {
        return field.getAnnotation(annotation) != null;
    }

    private static boolean nullable(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? false
                : field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean always(FieldScope field) {
        JsonInclude included = field.getAnnotation(JsonInclude.class);
        return included != null && included.value() == JsonInclude.Include.ALWAYS;
    }

    /** An object with any keys, written where it is used. */
    static @Nullable CustomDefinition map(ResolvedType type, SchemaGenerationContext context) {
        List<ResolvedType> entry = type.typeParametersFor(Map.class);
        if (entry == null) {
            return null;
        }
        ObjectNode map = Json.mapper().createObjectNode().put("type", "object");
        map.set("additionalProperties", context.createDefinitionReference(entry.get(1)));
        return new CustomDefinition(map, true);
    }

    /** Words as they are written, and what may be anything. */
    private static @Nullable CustomDefinition plain(ResolvedType type, SchemaGenerationContext context) {
        Class<?> plain = type.getErasedType();
        if (plain == Object.class || JsonNode.class.isAssignableFrom(plain)) {
            return new CustomDefinition(Json.mapper().createObjectNode(), true);
        }
        if (!plain.isEnum()) {
            return null;
        }
        ObjectNode words = Json.mapper().createObjectNode().put("type", "string");
        ArrayNode known = words.putArray("enum");
        for (Object word : plain.getEnumConstants()) {
            known.add(Json.mapper().<JsonNode>valueToTree(word));
        }
        return new CustomDefinition(words, true);
    }
}
