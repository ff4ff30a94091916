package retention.rules.expression;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a condition into tokens. A character that the language does not know is a mistake, with what to write instead. */
final class Lexer {

    private static final Pattern NAME = Pattern.compile("[$_\\p{L}][_\\p{L}\\p{M}\\p{N}]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern GLUED = Pattern.compile("[\\w$]|\\.(?![.\\w])");
    private static final Pattern DATE = Pattern.compile(
            "(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|\\d{1,2}/\\d{1,2}/\\d{4})(?![\\w.]\\d)");
    private static final Pattern SPACED = Pattern.compile("\\d{1,3}(?: \\d{3})+(?![\\w.])");
    private static final Pattern LETTERS = Pattern.compile("(?:[A-Za-z]+|\\$)(?![\\w.$])");
    private static final Pattern PRICE = Pattern.compile("\\$(\\d+(?:\\.\\d+)?)(?!\\s*:|\\w)");

    /** Others look like a blank and are none. */
    private static final String BLANKS = " \t\r\n\f";

    /** Longest first. */
    private static final List<String> SIGNS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "(", ")", "[", "]", ",", ".", ":", "+", "-", "*", "/", "<", ">", "!");

    private final String text;
    private int at;
    private @Nullable Mistake mistake;

    Lexer(String text) {
        this.text = text;
    }

    /** Null while nothing was wrong. */
    @Nullable
    Mistake mistake() {
        return mistake;
    }

    /** The next token; the end, for ever, behind the last or behind a mistake. */
    Token next() {
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (mistake != null || at >= text.length()) {
            return end();
        }
        char c = text.charAt(at);
        if (c == '"') {
            return quoted();
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        Matcher price = PRICE.matcher(text).region(at, text.length());
        if (price.lookingAt()) {
            return wrong(at, Unit.sentence(price.group(1)));
        }
        Matcher name = NAME.matcher(text).region(at, text.length());
        return name.lookingAt() ? token(Token.Kind.NAME, name.group()) : sign();
    }

    private Token quoted() {
        int close = text.indexOf('"', at + 1);
        String inside = text.substring(at + 1, close < 0 ? text.length() : close);
        if (close < 0 || inside.indexOf('\n') >= 0) {
            return wrong(at, "the quote that ends this text is missing");
        }
        int odd = forbidden(inside);
        if (odd >= 0) {
            return wrong(at + 1 + odd, "a text holds no backslash and no tab: write plain characters");
        }
        var token = new Token(Token.Kind.TEXT, inside, at, close + 1);
        at = close + 1;
        return token;
    }

    private Token number() {
        Matcher date = DATE.matcher(text).region(at, text.length());
        if (date.lookingAt()) {
            return token(Token.Kind.DATE, date.group());
        }
        Matcher spaced = SPACED.matcher(text).region(at, text.length());
        if (spaced.lookingAt()) {
            return wrong(at, "a number has no spaces: write " + spaced.group().replace(" ", ""));
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        number.lookingAt();
        String digits = number.group();
        if (digits.length() > 1 && digits.startsWith("0") && !digits.startsWith("0.")) {
            String plain = digits.replaceFirst("^0+(?=\\d)", "");
            return wrong(at, "a number does not begin with a zero: write " + plain);
        }
        Matcher unit = LETTERS.matcher(text).region(number.end(), text.length());
        if (unit.lookingAt() && (unit.group().equals("$") || Unit.word(unit.group()))) {
            return wrong(number.end(), Unit.sentence(digits));
        }
        Matcher glued = GLUED.matcher(text).region(number.end(), text.length());
        if (glued.lookingAt()) {
            return wrong(at, "a number is digits alone, with a point for decimals: 1000 or 3.5");
        }
        return token(Token.Kind.NUMBER, digits);
    }

    private Token sign() {
        String foreign = Foreign.sentence(text, at);
        if (foreign != null) {
            return wrong(at, foreign);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                return token(Token.Kind.SIGN, sign);
            }
        }
        String shown = new String(Character.toChars(text.codePointAt(at)));
        return wrong(at, "the character " + shown + " means nothing here");
    }

    private Token token(Token.Kind kind, String written) {
        var token = new Token(kind, written, at, at + written.length());
        at += written.length();
        return token;
    }

    private Token wrong(int place, String sentence) {
        mistake = new Mistake(place, sentence);
        return end();
    }

    private Token end() {
        return new Token(Token.Kind.END, "", text.length(), text.length());
    }

    private static int forbidden(String inside) {
        for (int i = 0; i < inside.length(); i++) {
            if (inside.charAt(i) == '\\' || Character.isISOControl(inside.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
