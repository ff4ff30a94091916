package retention.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Whether output has colours. */
final class ColorOption {

    private enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "auto: on a terminal, unless NO_COLOR is set; always; never; auto when left out")
    private When when = When.AUTO;

    Ansi ansi() {
        return switch (when) {
            case AUTO -> Ansi.AUTO;
            case ALWAYS -> Ansi.ON;
            case NEVER -> Ansi.OFF;
        };
    }
}
