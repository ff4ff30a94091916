package retention.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * A body that comes in chunks. What its reader cannot read ends the connection, whoever reads: Undertow (2.4.4) throws
 * IllegalArgumentException at a trailer without a name, which would look like a fault of ours.
 */
final class ChunkedBody extends AbstractStreamSourceConduit<StreamSourceConduit> {

    ChunkedBody(StreamSourceConduit body) {
        super(body);
    }

    /** One way to read. */
    @FunctionalInterface
    private interface Reading {
        long read() throws IOException;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return (int) readable(() -> super.read(to));
    }

    @Override
    public long read(ByteBuffer[] to, int from, int length) throws IOException {
        return readable(() -> super.read(to, from, length));
    }

    @Override
    public long transferTo(long position, long count, FileChannel to) throws IOException {
        return readable(() -> super.transferTo(position, count, to));
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel to) throws IOException {
        return readable(() -> super.transferTo(count, through, to));
    }

    private static long readable(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (RuntimeException malformed) {
            throw new IOException("the chunks cannot be read", malformed);
        }
    }
}
