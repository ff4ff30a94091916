package retention.cli;

import java.io.Console;
import java.util.Locale;
import picocli.CommandLine;

/** Asks before something is overwritten. */
final class Confirmation {

    private Confirmation() {}

    /** Whether somebody at the terminal says yes; without a terminal, {@code --yes} has to have said so. */
    @SuppressWarnings("SystemConsoleNull") // where there is always one, it answers nothing without a terminal
    static boolean of(boolean yes, String question, CommandLine line) {
        if (yes) {
            return true;
        }
        line.getOut().flush();
        Console console = System.console();
        String answer = console == null ? null : console.readLine("%s [y/N] ", question);
        if (answer == null) {
            throw new IllegalArgumentException(question + " Nobody can be asked here: --yes says so beforehand");
        }
        return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
