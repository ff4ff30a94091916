package retention.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.facts.Channel;
import retention.facts.Contact;
import retention.facts.Customer;

/**
 * Guardrail G2: contact limits, and the rest after outcomes, for one customer. Only marketing counts and only marketing is
 * held back; what is not known counts: better one message too few than one too many. Not thread-safe.
 */
final class History {

    private final ContactPolicy policy;
    private final boolean known;
    private final @Nullable Heard heard;
    private final List<Past> contacts = new ArrayList<>();

    History(Customer customer, Safeguards safeguards) {
        this.policy = safeguards.policy();
        this.known = customer.contacts().known();
        this.heard = safeguards.heard();
        for (Contact contact : customer.contacts()) {
            String code = contact.action();
            Action action = code == null ? null : safeguards.action(code);
            if (action == null || action.kind() == ActionKind.MARKETING) {
                contacts.add(new Past(
                        code, action, contact.channel(), contact.daysAgo(), contact.state(), contact.outcome()));
            }
        }
    }

    /** What the advice holds counts for what comes after it. */
    void advised(Action action, @Nullable Channel channel) {
        contacts.add(Past.advised(action, channel));
    }

    /** Why the action may not go by the channel; null when it may. */
    @Nullable
    Block against(Action action, Channel channel) {
        if (heard != null) {
            heard.note(!known, "whenContactsUnknown");
        }
        if (!known && policy.whenContactsUnknown() == ContactPolicy.WhenUnknown.BLOCK) {
            return block("it is not known what was sent before", "contact-policy.yaml: whenContactsUnknown");
        }
        for (Limit limit : policy.limits()) {
            if (about(limit, action, channel) && full(limit)) {
                return block(words(limit), limit.reference());
            }
        }
        for (Suppression rest : policy.suppression()) {
            if (rests(rest, action, channel)) {
                return block(words(rest), rest.reference());
            }
        }
        return null;
    }

    private static boolean about(Limit limit, Action action, Channel channel) {
        return (limit.channel() == null || limit.channel() == channel)
                && (limit.action() == null || limit.action().equals(action.code()))
                && (limit.tag() == null || action.tags().contains(limit.tag()));
    }

    private boolean full(Limit limit) {
        int count = 0;
        for (Past contact : contacts) {
            if (contact.counts(limit)) {
                count++;
            }
        }
        boolean full = count >= limit.atMost();
        if (heard != null) {
            heard.note(full, "limits", Integer.toString(policy.limits().indexOf(limit)));
        }
        return full;
    }

    private boolean rests(Suppression rest, Action action, Channel channel) {
        var ages = new int[contacts.size()];
        int dated = 0;
        int undated = 0;
        for (Past contact : contacts) {
            if (contact.outcome() == rest.after() && concerns(rest.pauses(), contact, action, channel)) {
                if (contact.age() == null) {
                    undated++;
                } else {
                    ages[dated++] = contact.age();
                }
            }
        }
        boolean rests = undated >= rest.times() || rests(rest, Arrays.copyOf(ages, dated), rest.times() - undated);
        if (heard != null && (rests || dated + undated > 0)) { // who never had such an outcome shows nothing
            heard.note(
                    rests, "suppression", Integer.toString(policy.suppression().indexOf(rest)));
        }
        return rests;
    }

    private static boolean concerns(Pauses pauses, Past contact, Action action, Channel channel) {
        return switch (pauses) {
            case ACTION -> contact.may(action.code());
            case CHANNEL -> contact.by(channel);
            case MARKETING -> true;
        };
    }

    /** Whether so many of the ages lie close together, and the youngest of them is young enough. */
    private static boolean rests(Suppression rest, int[] ages, int times) {
        Arrays.sort(ages);
        for (int i = 0; i + times <= ages.length && ages[i] < rest.pauseDays(); i++) {
            if (ages[i + times - 1] - ages[i] < rest.withinDays()) {
                return true;
            }
        }
        return false;
    }

    private static Block block(String why, String reference) {
        return new Block("G2", why, reference);
    }

    private static String words(Limit limit) {
        if (limit.atMost() == 0) {
            return "no marketing" + scope(limit) + " is allowed";
        }
        return "at most " + limit.atMost() + " marketing " + (limit.atMost() == 1 ? "contact" : "contacts")
                + scope(limit) + " within " + days(limit.days());
    }

    private static String scope(Limit limit) {
        return (limit.channel() == null ? "" : " by " + Consent.word(limit.channel()))
                + (limit.action() == null ? "" : " with " + limit.action())
                + (limit.tag() == null ? "" : " tagged \"" + limit.tag() + "\"");
    }

    private static String words(Suppression rest) {
        String what = switch (rest.after()) {
            case IGNORED -> "ignored";
            case REJECTED -> "rejected";
            case COMPLAINED -> "complained about";
            case ACCEPTED -> "accepted";
        };
        String whole = switch (rest.pauses()) {
            case ACTION -> "the customer " + what + " this action ";
            case CHANNEL -> "the customer " + what + " marketing by this channel ";
            case MARKETING -> "the customer " + what + " marketing ";
        };
        return whole + rest.times() + (rest.times() == 1 ? " time" : " times within " + days(rest.withinDays()))
                + ": it rests for " + days(rest.pauseDays());
    }

    private static String days(int days) {
        return days + (days == 1 ? " day" : " days");
    }
}
