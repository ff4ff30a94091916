package retention.sql;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.jdbc.JdbcException;

/**
 * Puts a database's complaint about a query into one sentence: what the query is called, the database's own words, and
 * the line and column if it names them.
 */
record QueryFailure(String name, String query) {

    // H2 repeats the query with [*] before the wrong word, and line breaks as \000a.
    private static final Pattern H2_PLACE = Pattern.compile(" in SQL statement \"(.*?)\\[\\*\\].*?\"(?=; expected|$)");
    private static final Pattern POSTGRES_PLACE = Pattern.compile("\\R\\s*Position: (\\d+)");

    /** The sentence as an exception, with the database's own as its cause. */
    IllegalArgumentException of(SQLException problem) {
        String message = problem instanceof JdbcException h2 ? h2.getOriginalMessage() : problem.getMessage();
        return new IllegalArgumentException(sentence(String.valueOf(message)), problem);
    }

    private String sentence(String message) {
        Matcher h2 = H2_PLACE.matcher(message);
        if (h2.find()) {
            return name + ", " + placeAfter(unescaped(h2.group(1))) + ": " + oneLine(h2.replaceFirst(""));
        }
        Matcher postgres = POSTGRES_PLACE.matcher(message);
        if (postgres.find()) {
            int end = query.offsetByCodePoints(0, Integer.parseInt(postgres.group(1)) - 1);
            return name + ", " + placeAfter(query.substring(0, end)) + ": " + oneLine(postgres.replaceFirst(""));
        }
        return name + ": " + oneLine(message);
    }

    private static String placeAfter(String before) {
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return "line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
    }

    private static String unescaped(String text) {
        return text.replace("\\000a", "\n").replaceAll("\\\\[0-9a-f]{4}", "?").replace("\"\"", "\"");
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
