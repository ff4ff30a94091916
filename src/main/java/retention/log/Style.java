package retention.log;

import java.nio.charset.StandardCharsets;

/** How an entry is written. */
public enum Style {
    /** A line for people; a failure adds a line for each step of its stack. */
    TEXT {
        @Override
        byte[] bytes(Entry entry) {
            return TextLine.of(entry).getBytes(StandardCharsets.UTF_8);
        }
    },
    /** One JSON object on one line, for programs. */
    JSON {
        @Override
        byte[] bytes(Entry entry) {
            return JsonLine.of(entry);
        }
    };

    private static final int LONGEST = 10_000;

    /** With the newline that ends it. */
    abstract byte[] bytes(Entry entry);

    /** No entry fills a disk. */
    static String cut(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + " ...";
    }
}
