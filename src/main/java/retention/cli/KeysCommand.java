package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import retention.http.ApiKey;
import retention.http.KeyFile;

/** Makes, lists and takes away API keys. */
@Command(
        name = "keys",
        header = "Makes, lists and takes away the API keys of those who may ask a server.",
        synopsisSubcommandLabel = "(add NAME | list | remove NAME)",
        description = "Makes, lists and takes away API keys. The file holds a hash of each, never the key. A running "
                + "server takes up a change within a second. To rotate a key, add one of a new name, give it to its "
                + "holder, and remove the one before it once it is in use.")
final class KeysCommand implements Runnable {

    /** Nobody finds one of so many by trying. */
    private static final int RANDOM_BYTES = 32;

    /** Says what it is to whoever, or whatever program, finds it where it should not be. */
    private static final String PREFIX = "rak_";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(line(), "say whether to add, list or remove");
    }

    @Command(
            name = "add",
            header = "Makes a key and prints it, this once.",
            description = "Makes a key, prints it on standard output, this once, and adds its hash to the file, which "
                    + "only its owner can read if it is new.")
    int add(
            @Parameters(paramLabel = "NAME", description = "who will hold the key; no other key has it") String name,
            @Option(
                            names = "--scopes",
                            paramLabel = "SCOPE",
                            required = true,
                            description = "what its holder may do, with commas between: advise, read-rules, "
                                    + "change-rules, metrics")
                    String scopes,
            @Option(
                            names = "--until",
                            paramLabel = "DATE",
                            description =
                                    "last day, in UTC, on which it is good, such as 2027-01-31; it does not end when left out")
                    @Nullable
                    LocalDate until,
            @Option(
                            names = "--keys",
                            paramLabel = "FILE",
                            required = true,
                            description = "the keys file; made if there is none")
                    Path file)
            throws IOException {
        if (until != null && until.isBefore(today())) {
            throw new IllegalArgumentException("--until " + until + " is over already");
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        ApiKey made = KeyFile.add(file, name, scopes, key, until);
        line().getOut().println(key);
        PrintWriter err = line().getErr();
        err.println("This is the key of " + made.name() + ", shown this once; " + file + " holds its hash alone.");
        err.println("It is sent as: Authorization: Bearer KEY, and lets its holder: " + made.scopeWords());
        return ExitCode.OK;
    }

    @Command(
            name = "list",
            header = "Lists the keys: name, scopes, and when they end.",
            description = "Lists the keys: name, scopes, and when they end. The keys themselves stand nowhere.")
    int list(@Option(names = "--keys", paramLabel = "FILE", required = true, description = "the keys file") Path file)
            throws IOException {
        List<ApiKey> keys = KeyFile.read(file);
        PrintWriter out = line().getOut();
        keys.forEach(key -> out.println(key.name() + "  " + key.scopeWords() + "  " + end(key.lastDay())));
        if (keys.isEmpty()) {
            line().getErr().println(file + " holds no key");
        }
        return ExitCode.OK;
    }

    @Command(
            name = "remove",
            header = "Takes a key away.",
            description = "Takes a key away. A running server refuses it within a second.")
    int remove(
            @Parameters(paramLabel = "NAME", description = "whose key") String name,
            @Option(names = "--keys", paramLabel = "FILE", required = true, description = "the keys file") Path file)
            throws IOException {
        int left = KeyFile.remove(file, name);
        line().getErr()
                .println("The key of " + name + " is gone from " + file
                        + "; a running server refuses it within a second.");
        if (left == 0) {
            line().getErr()
                    .println(
                            "It was the last one: everybody is refused now, and 'serve' does not start with this file.");
        }
        return ExitCode.OK;
    }

    private static String end(@Nullable LocalDate lastDay) {
        if (lastDay == null) {
            return "does not end";
        }
        return (lastDay.isBefore(today()) ? "ended on " : "until ") + lastDay;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
