package retention.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A request for advice, byte by byte. */
final class Ask {

    private Ask() {}

    /** For one customer. */
    static byte[] advice(String customer) {
        return advice(customer.getBytes(UTF_8));
    }

    /** For one customer. */
    static byte[] advice(byte[] customer) {
        byte[] head =
                ("POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                + customer.length + "\r\n\r\n")
                        .getBytes(UTF_8);
        byte[] request = new byte[head.length + customer.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(customer, 0, request, head.length, customer.length);
        return request;
    }
}
