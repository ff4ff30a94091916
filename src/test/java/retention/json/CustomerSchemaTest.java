package retention.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The schema says yes to every customer of the fixtures and no to what the reader refuses. */
class CustomerSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(CustomerSchema.of(new TreeMap<>(Map.of("Fleet", Map.of("vehicles", Integer.class)))));

    @Test
    void every_customer_of_the_fixtures_fits() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            List<Path> yaml =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(yaml).isNotEmpty();
            for (Path file : yaml) {
                for (JsonNode one : Json.yaml().readTree(Files.readString(file)).get("cases")) {
                    assertThat(errors(one.get("given").toString()))
                            .as(file + " " + one.get("name"))
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'orders':[]}",
                "{'id':'x','ordrs':[]}",
                "{'id':'x','orders':[{'deliverdOn':'2026-01-01'}]}",
                "{'id':'x','orders':[{'asOf':'2026-01-01'}]}",
                "{'id':'x','since':20000}",
                "{'id':'x','segment':'price'}",
                "{'id':'x','birthdayMonth':1.5}",
                "{'id':'x','birthdayMonth':0}",
                "{'id':'x','birthdayMonth':13}",
                "{'id':'x','shareOfWalletPercent':101}",
                "{'id':'x','serviceCases':[{'score':6}]}",
                "{'id':'x','serviceCases':[{'numberOfContacts':-1}]}",
                "{'id':'x','relationship':{'paymentsLate':-1}}",
                "{'id':'x','usage':{'planUsedPercent':-1}}",
                "{'id':'x','contract':{'exitFee':-0.5}}",
                "{'id':'x','surveys':[{'kind':'NPS','score':11}]}",
                "{'id':' '}",
                "{'id':''}",
                "{'id':'x','objectsToMarketing':'yes'}",
                "{'id':'x','contract':5}",
                "{'id':5}",
                "{'id':'x','extensions':{'Flet':[]}}",
                "{'id':'x','extensions':{'Fleet':[{'vehicles':'3'}]}}"
            })
    void what_the_reader_refuses_does_not_fit(String customer) {
        String json = customer.replace('\'', '"');
        assertThat(errors(json)).isNotEmpty();
        if (!json.contains("extensions")) { // those the rule book binds
            assertThatExceptionOfType(BadRequest.class)
                    .isThrownBy(() -> CustomerReader.read(json.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH));
        }
    }

    @Test
    void every_fact_has_a_meaning() {
        JsonNode schema = Json.mapper().readTree(CustomerSchema.of(Map.of()));
        assertThat(schema.get("properties").properties())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.getValue().get("description"))
                        .as(fact.getKey())
                        .isNotNull());
        for (var type : schema.get("$defs").properties()) {
            if (type.getValue().has("properties")) {
                assertThat(type.getValue().get("properties").properties())
                        .allSatisfy(fact -> assertThat(fact.getValue().get("description"))
                                .as(type.getKey() + "." + fact.getKey())
                                .isNotNull());
            }
        }
    }

    private static List<?> errors(String customer) {
        return SCHEMA.validate(customer, InputFormat.JSON);
    }
}
