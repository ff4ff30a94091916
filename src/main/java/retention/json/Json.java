package retention.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/** The mappers, set up once: strict on the way in, in a defined order on the way out. Thread-safe. */
public final class Json {

    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_DOCUMENT = 1 << 20;

    private static final JsonMapper MAPPER = strict(JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(limits())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(
                            StreamWriteFeature
                                    .USE_FAST_DOUBLE_WRITER) // the shortest text; that of the JDK changed with JDK 19
                    .build()))
            .addModule(new BlackbirdModule())
            .addModule(new RecordsModule())
            .build();

    /** Made when it is needed: a start whose rules are known already needs none. */
    private static final class Pretty {
        private static final JsonMapper MAPPER =
                Json.MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /** Rule files are longer than any text of a customer. */
    private static final class Documents {
        private static final JsonMapper MAPPER = strict(JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits().rebuild()
                                .maxStringLength(LONGEST_DOCUMENT)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build()))
                .build();
    }

    /** Made when it is needed, too. */
    private static final class Yaml {
        private static final YAMLMapper MAPPER = strict(YAMLMapper.builder(YAMLFactory.builder()
                        .streamReadConstraints(limits())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build()))
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
    }

    private static final YAMLFactory YAML_TOKENS =
            YAMLFactory.builder().streamReadConstraints(limits()).build();

    private Json() {}

    /** For the API: refuses unknown properties, duplicate keys, wrong types and lenient dates. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** For files people write: as strict, and upper or lower case in fixed words does not matter. */
    public static YAMLMapper yaml() {
        return Yaml.MAPPER;
    }

    /** The tokens of a YAML text with their places, for whoever tells all its mistakes at once: a key may stand twice. */
    public static JsonParser yamlTokens(String text) {
        return YAML_TOKENS.createParser(ObjectReadContext.empty(), text);
    }

    /** Reads what is no customer, as strictly, with texts of up to a mebibyte. Throws {@link BadRequest}. */
    public static <T> T read(byte[] json, Class<T> type) {
        return read(json, json.length, type);
    }

    /** As {@link #read(byte[], Class)}, of the first so many bytes. */
    public static <T> T read(byte[] json, int length, Class<T> type) {
        WellFormed.require(json, 0, length);
        try {
            T value = Documents.MAPPER.readValue(json, 0, length, type);
            if (value == null) {
                throw new BadRequest("", "must be an object: { ... }");
            }
            return value;
        } catch (JacksonException problem) {
            throw Problems.explain(problem);
        }
    }

    /** One line, UTF-8. */
    public static byte[] write(Object value) {
        var written = new Written();
        MAPPER.writeValue(written, value);
        return written.bytes();
    }

    /** Takes the few pieces that the library hands on; when it is one, as mostly, it is copied once. */
    private static final class Written extends ByteArrayOutputStream {

        Written() {
            super(0);
        }

        byte[] bytes() {
            return count == buf.length ? buf : toByteArray();
        }
    }

    /** Indented, for people. */
    public static String pretty(Object value) {
        return Pretty.MAPPER.writeValueAsString(value);
    }

    private static StreamReadConstraints limits() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_TEXT)
                .build();
    }

    private static <B extends MapperBuilder<?, B>> B strict(B builder) {
        return builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                .withCoercionConfig(LogicalType.Textual, Json::textOnly)
                .addModule(new FactsModule());
    }

    private static void textOnly(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
