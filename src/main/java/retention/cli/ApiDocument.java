package retention.cli;

import java.util.List;
import retention.advice.Advice;
import retention.http.OpenApi;
import retention.json.ProblemDetail;
import retention.json.RecordSchemas;
import retention.reload.Checked;
import retention.reload.InForce;
import retention.reload.PutBack;
import retention.reload.RevisionLine;
import retention.rules.Explained;
import retention.rules.Product;

/** The OpenAPI document: what the server says of itself with what it answers with. Thread-safe. */
final class ApiDocument {

    /** Every record that is an answer. */
    static final List<Class<?>> ANSWERS = List.of(
            Advice.class,
            Explained.class,
            ProblemDetail.class,
            InForce.class,
            Checked.class,
            RevisionLine.class,
            PutBack.class);

    private ApiDocument() {}

    /** Made when somebody asks for it: it takes a moment, and a start must not. */
    private static final class Made {
        private static final String TEXT = OpenApi.document(RecordSchemas.of(ANSWERS), Product.version());
    }

    /** The document as text, the same each time. */
    static String text() {
        return Made.TEXT;
    }
}
