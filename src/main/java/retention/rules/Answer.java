package retention.rules;

/**
 * What a question gives back.
 *
 * @param type a type of the vocabulary, or of the JDK
 * @param mayBeMissing whether that can be "not known"
 */
record Answer(Class<?> type, boolean mayBeMissing) {

    Kind kind() {
        return Kind.of(type);
    }
}
