package retention.rules;

/**
 * A mistake in a text, before it is known in which file.
 *
 * @param offset of the character at fault
 */
record Slip(Code code, int offset, String message) {}
