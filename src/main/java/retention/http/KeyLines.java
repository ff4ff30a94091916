package retention.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a keys file: a key a line, {@code NAME SCOPE,SCOPE sha256:HASH until 2027-01-31}, where the end may be left
 * out. What stands behind {@code #} is a comment. Used once, by one thread.
 */
final class KeyLines {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final String FORM = "a line is NAME SCOPE,SCOPE sha256:HASH, and until DATE if the key ends";
    private static final int WITHOUT_END = 3;
    private static final int WITH_END = 5;

    private final String file;
    private final Map<String, Integer> seen = new HashMap<>();
    private int line;

    private KeyLines(String file) {
        this.file = file;
    }

    /** All keys of the file, in its order; throws IllegalArgumentException that begins with file and line. */
    static List<ApiKey> read(String file, byte[] content) {
        return new KeyLines(file).keys(new String(content, StandardCharsets.UTF_8));
    }

    /** Throws IllegalArgumentException when nobody may be called so. */
    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a name is up to 64 letters, digits, '.', '_' and '-', and begins with a letter or digit");
        }
        return name;
    }

    /** Throws IllegalArgumentException that names the scope that there is not. */
    static Set<Scope> scopes(String words) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (String word : words.split(",", -1)) {
            scopes.add(Scope.of(word.strip()));
        }
        return scopes;
    }

    /** The key that a line tells of, if it is no comment; throws IllegalArgumentException without file and line. */
    static @Nullable ApiKey key(String text) {
        int comment = text.indexOf('#');
        List<String> words = words(comment < 0 ? text : text.substring(0, comment));
        if (words.isEmpty()) {
            return null;
        }
        if (words.size() != WITHOUT_END
                && !(words.size() == WITH_END && words.get(WITHOUT_END).equals("until"))) {
            throw new IllegalArgumentException(FORM);
        }
        if (!HASH.matcher(words.get(2)).matches()) {
            throw new IllegalArgumentException(
                    "the hash is sha256: and 64 digits 0-9 a-f; 'advisor keys add' writes it");
        }
        return new ApiKey(
                name(words.get(0)),
                scopes(words.get(1)),
                words.get(2).substring("sha256:".length()),
                words.size() == WITH_END ? day(words.get(WITH_END - 1)) : null);
    }

    private List<ApiKey> keys(String text) {
        var keys = new ArrayList<ApiKey>();
        for (String one : text.lines().toList()) {
            line++;
            try {
                ApiKey key = key(one);
                if (key != null) {
                    refuseTwice(key.name(), "the name \"" + key.name() + "\"");
                    refuseTwice(key.sha256(), "this key");
                    keys.add(key);
                }
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(file + ":" + line + ": " + wrong.getMessage(), wrong);
            }
        }
        return keys;
    }

    private void refuseTwice(String what, String words) {
        Integer before = seen.putIfAbsent(what, line);
        if (before != null) {
            throw new IllegalArgumentException(words + " stands in line " + before + " already");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("the last day is a date like 2027-01-31", wrong);
        }
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var left = new StringTokenizer(text); left.hasMoreTokens(); ) {
            words.add(left.nextToken());
        }
        return words;
    }
}
