package retention.rules.sandbox;

/** A text that counts how often it is looked at, because some patterns look without end. For one thread. */
final class CountedText implements CharSequence {

    /** Looking at a character costs less than a step. */
    private static final int LOOKS_PER_STEP = 12;

    private final CharSequence text;
    private final Steps steps;
    private final String rules;
    private int looks;

    CountedText(CharSequence text, Steps steps, String rules) {
        this.text = text;
        this.steps = steps;
        this.rules = rules;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks == LOOKS_PER_STEP) {
            looks = 0;
            steps.step(rules);
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return new CountedText(text.subSequence(from, to), steps, rules);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
