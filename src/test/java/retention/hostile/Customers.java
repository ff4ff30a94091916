package retention.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import retention.json.Json;
import tools.jackson.databind.JsonNode;

/** The customers of all fixtures, as the API takes them: as many kinds as the rules know of. */
public final class Customers {

    private Customers() {}

    /** One line of JSON each, always in the same order. Throws IllegalArgumentException when there is none. */
    public static List<byte[]> ofFixtures(Path folder) throws IOException {
        var customers = new ArrayList<byte[]>();
        try (Stream<Path> files = Files.walk(folder.toRealPath())) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                for (JsonNode one : Json.yaml().readTree(Files.readString(file)).path("cases")) {
                    customers.add(Json.write(one.path("given")));
                }
            }
        }
        if (customers.isEmpty()) {
            throw new IllegalArgumentException(folder + " holds no case");
        }
        return customers;
    }
}
