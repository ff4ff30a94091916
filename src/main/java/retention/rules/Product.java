package retention.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this product, as built. */
public final class Product {

    private static final String VERSION = read();

    private Product() {}

    /** Like {@code 0.1.0}. */
    public static String version() {
        return VERSION;
    }

    private static String read() {
        try (InputStream in = Product.class.getResourceAsStream("/retention/version.txt")) {
            if (in == null) {
                throw new IllegalStateException("the build left out version.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
