package retention.cli;

import picocli.CommandLine.Command;

/** To come. */
@Command(name = "serve")
final class ServeCommand implements Runnable {
    @Override
    public void run() {}
}
