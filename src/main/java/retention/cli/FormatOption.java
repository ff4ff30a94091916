package retention.cli;

import picocli.CommandLine.Option;

/** Whether the answer is for people or for programs; where {@code -f} does not already name the fixtures. */
final class FormatOption {

    private enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text for people, json for programs; text when left out")
    private Format format = Format.TEXT;

    boolean json() {
        return format == Format.JSON;
    }
}
