package retention.cli;

import picocli.CommandLine.Command;

/** To come. */
@Command(name = "import")
final class ImportCommand implements Runnable {
    @Override
    public void run() {}
}
