package retention.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection on which bytes are said as they are, and answers read strictly. For one thread. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    /** Whether the next answer is one to HEAD, which has no body whatever its length says. */
    private boolean headOnly;

    /** Connects to this machine; whoever then waits longer than ten seconds for a byte gets a SocketTimeoutException. */
    public Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * One answer.
     *
     * @param headers names in small letters
     */
    public record Heard(int status, Map<String, String> headers, String body) {
        /** Whether the server says that nothing more will come. */
        public boolean last() {
            return "close".equalsIgnoreCase(headers.get("connection"));
        }
    }

    /** Sends this; that the other side has hung up meanwhile shows when its answer is read. */
    public Wire say(byte[] bytes) throws IOException {
        headOnly = new String(bytes, 0, Math.min(5, bytes.length), ISO_8859_1).equals("HEAD ");
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException hungUp) {
            // what it said before that may still be there
        }
        return this;
    }

    /** Sends this, one byte per character. */
    public Wire say(String text) throws IOException {
        return say(text.getBytes(ISO_8859_1));
    }

    /** Says that nothing more will come, and goes on listening. */
    public Wire finish() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (SocketException hungUp) {
            // then it knows
        }
        return this;
    }

    /** The next answer. Throws IOException for what is no HTTP, EOFException when the other side has hung up. */
    public Heard hear() throws IOException {
        Heard heard = next();
        if (heard == null) {
            throw new EOFException("hung up without an answer");
        }
        return heard;
    }

    private @Nullable Heard next() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return null;
        }
        if (!first.startsWith("HTTP/1.") || first.length() < 12) {
            throw new IOException("not an answer: " + first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        Map<String, String> headers = headers();
        String body = status < 200 || headOnly ? "" : body(headers);
        headOnly = headOnly && status < 200;
        return new Heard(status, headers, body);
    }

    /** The statuses of all answers until the other side hangs up. */
    public List<Integer> hearAll() throws IOException {
        var statuses = new ArrayList<Integer>();
        for (Heard heard = next(); heard != null; heard = next()) {
            statuses.add(heard.status());
        }
        return statuses;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("not a header: " + line);
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        var body = new ByteArrayOutputStream();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = chunk(); size > 0; size = chunk()) {
                body.write(exactly(size));
                line();
            }
            headers();
        } else if (headers.containsKey("content-length")) {
            body.write(exactly(Integer.parseInt(headers.get("content-length"))));
        } else {
            body.write(in.readAllBytes()); // it ends with the connection, see RFC 9112, section 6.3
        }
        return body.toString(ISO_8859_1);
    }

    private int chunk() throws IOException {
        String size = line();
        if (size.isEmpty()) {
            throw new EOFException("an answer ended early");
        }
        return Integer.parseInt(size, 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("an answer ended early");
        }
        return bytes;
    }

    /** Empty at the end, too. */
    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = read(); next >= 0 && next != '\n'; next = read()) {
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    private int read() throws IOException {
        try {
            return in.read();
        } catch (SocketException reset) {
            return -1;
        }
    }
}
