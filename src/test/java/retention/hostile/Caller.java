package retention.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One connection of a load: one request at a time, none waited for. For one thread. */
final class Caller {

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final long LONGEST_IDLE = 60_000_000_000L;

    /** Most answers fit; where a thousand connections have more each, the load stands still while it collects garbage. */
    private static final int USUAL_ANSWER = 1 << 12;

    private final InetSocketAddress server;
    private final Selector selector;
    private ByteBuffer in = ByteBuffer.allocate(USUAL_ANSWER);
    private @Nullable SocketChannel channel;
    private @Nullable ByteBuffer out;
    private boolean busy;
    private long meant;
    private long answered;
    private Tally tally;

    Caller(InetSocketAddress server, Selector selector, Tally tally) {
        this.server = server;
        this.selector = selector;
        this.tally = tally;
        this.answered = System.nanoTime();
    }

    /** Since when the request on its way should have been, on the clock of System.nanoTime. */
    long meant() {
        return meant;
    }

    /** Whether a request is on its way. */
    boolean busy() {
        return busy;
    }

    /** Sends one; {@code meant} is when it should have been. */
    void send(byte[] request, long meant, Tally counted) {
        this.meant = meant;
        this.tally = counted;
        busy = true;
        tally.sent.increment();
        in.clear();
        out = ByteBuffer.wrap(request);
        try {
            if (System.nanoTime() - answered > LONGEST_IDLE) {
                hangUp(); // the server may be closing it just now
            }
            if (channel == null) {
                connect();
            } else {
                write();
            }
        } catch (IOException gone) {
            lose();
        }
    }

    /** Goes on after the selector found something to do. */
    void proceed(SelectionKey key, long begun) {
        try {
            SocketChannel open = channel;
            if (open == null || key.channel() != open) {
                return;
            }
            if (key.isConnectable() && open.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                write();
            } else if (key.isWritable()) {
                write();
            }
            if (key.isValid() && key.isReadable()) {
                read(open, begun);
            }
        } catch (IOException gone) {
            lose();
        }
    }

    /** Gives up what is on its way. */
    void lose() {
        if (busy) {
            tally.lost.increment();
        }
        hangUp();
        busy = false;
    }

    void hangUp() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException gone) {
            // it is closed
        }
        channel = null;
    }

    private void connect() throws IOException {
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        opened.configureBlocking(false);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.register(selector, SelectionKey.OP_CONNECT, this);
        if (opened.connect(server)) {
            opened.keyFor(selector).interestOps(SelectionKey.OP_READ);
            write();
        }
    }

    private void write() throws IOException {
        SocketChannel open = channel;
        ByteBuffer left = out;
        if (open == null || left == null) {
            return;
        }
        open.write(left);
        int interest = left.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        SelectionKey key = open.keyFor(selector);
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    private void read(SocketChannel open, long begun) throws IOException {
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(2 * in.capacity()).put(in.flip());
        }
        int bytes = open.read(in);
        if (bytes < 0) {
            lose();
            return;
        }
        int body = busy ? bodyFrom() : -1;
        if (body < 0) {
            return;
        }
        String head = new String(in.array(), 0, body, ISO_8859_1);
        if (in.position() >= body + length(head)) {
            busy = false;
            long now = System.nanoTime();
            answered = now;
            tally.answered(Integer.parseInt(head.substring(9, 12)), meant - begun, now - meant);
            if (head.contains("Connection: close")) {
                hangUp();
            }
        }
    }

    private int bodyFrom() {
        for (int i = 0; i + END_OF_HEAD.length <= in.position(); i++) {
            if (in.get(i) == '\r' && in.get(i + 1) == '\n' && in.get(i + 2) == '\r' && in.get(i + 3) == '\n') {
                return i + END_OF_HEAD.length;
            }
        }
        return -1;
    }

    private static int length(String head) {
        int name = head.indexOf("Content-Length: ");
        int from = name + "Content-Length: ".length();
        return name < 0 ? 0 : Integer.parseInt(head.substring(from, head.indexOf('\r', from)));
    }
}
