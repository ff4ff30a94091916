package retention.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Numbers that an option takes. */
final class Within {

    private Within() {}

    /** Gives the value back when it lies in the range; throws ParameterException with one sentence when not. */
    static int range(@Nullable CommandSpec verb, String option, int value, int least, int most) {
        CommandSpec known = Objects.requireNonNull(verb);
        if (value < least || value > most) {
            throw new ParameterException(
                    known.commandLine(),
                    option + " must be from " + least + " to " + most + ", not " + value,
                    known.findOption(option),
                    Integer.toString(value));
        }
        return value;
    }
}
