package retention.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;

/**
 * Guardrail G7: a share of the customers who get none of some marketing actions, so that it can be told what these do.
 *
 * @param name also what the draw depends on: another name draws other customers
 * @param basisPoints the share in hundredths of a percent, 0 to 10000
 * @param group of the actions of this group only; null for all
 * @param tag of the actions with this tag only; null for all
 * @param reference where it stands
 */
public record Holdout(
        String name,
        int basisPoints,
        @Nullable String group,
        @Nullable String tag,
        String reference) {

    private static final int ALL = 10_000;

    /** Whether the customer is held out: the same on every day, in every revision that has a holdout of this name. */
    public boolean holds(String customer) {
        return place(name, customer) < basisPoints;
    }

    /** Whether it is about the action. */
    boolean covers(Action action) {
        return action.kind() == ActionKind.MARKETING
                && (group == null || group.equals(action.group()))
                && (tag == null || action.tags().contains(tag));
    }

    /** The share of customers who are drawn as this one: between 0 and 1. */
    double probability(boolean held) {
        return (held ? basisPoints : ALL - basisPoints) / (double) ALL;
    }

    /** Where the draw puts a customer: 0 to 9999, from the first 63 bits of SHA-256 over name, a zero byte and id. */
    static int place(String name, String customer) {
        MessageDigest hash = sha256();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        byte[] bytes = hash.digest(customer.getBytes(StandardCharsets.UTF_8));
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << Byte.SIZE | (bytes[i] & 0xff);
        }
        return (int) ((number >>> 1) % ALL);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }
}
