package retention.cli;

import picocli.CommandLine.Command;

/** To come. */
@Command(name = "advise")
final class AdviseCommand implements Runnable {
    @Override
    public void run() {}
}
