package retention.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A value that our own readers refuse, in words meant for the person who sent it. */
final class Refused extends MismatchedInputException {

    private static final long serialVersionUID = 1;

    Refused(JsonParser parser, String words) {
        super(parser, words);
    }
}
