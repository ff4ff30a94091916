package retention.cli;

import picocli.CommandLine.Command;

/** To come. */
@Command(name = "schema")
final class SchemaCommand implements Runnable {
    @Override
    public void run() {}
}
