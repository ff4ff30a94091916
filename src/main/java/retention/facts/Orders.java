package retention.facts;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customer ordered. */
public final class Orders extends Facts<Order, Orders> {

    /** Null when the list was not sent. */
    public Orders(@Nullable List<Order> items) {
        super(items);
    }

    @Override
    Orders of(@Nullable List<Order> items) {
        return new Orders(items);
    }

    @About("those that came, or still are, at least so many days later than promised")
    public Orders late(int days) {
        return whereAtLeast(days, Order::daysLate);
    }

    @About("those that came on the promised day or earlier")
    public Orders onTime() {
        return where(Order::delivered).whereAtMost(0, Order::daysLate);
    }

    @About("those that came in the last so many days, whenever they were ordered")
    public Orders deliveredInLast(int days) {
        return whereAtLeast(0, Order::daysSinceDelivered).whereAtMost(days, Order::daysSinceDelivered);
    }

    @About("those that came in the last so many days, and those that should have come by now and have not")
    public Orders arrivedOrOverdue(int days) {
        return where(o -> {
            Integer since = o.daysSinceDelivered();
            return since != null ? since <= days : o.overdue();
        });
    }

    @About("those damaged on the way")
    public Orders damaged() {
        return whereTrue(Order::damaged);
    }

    @About("those whose product fails")
    public Orders defective() {
        return whereTrue(Order::defective);
    }

    @About("those that went back")
    public Orders returned() {
        return whereTrue(Order::returned);
    }

    @About("those known not to have gone back")
    public Orders kept() {
        return where(o -> Boolean.FALSE.equals(o.returned()));
    }

    @About("those for which at least so much was paid")
    public Orders costingAtLeast(int amount) {
        return where(o -> o.amount() != null && o.amount() >= amount);
    }

    @About("those we refused to take back")
    public Orders returnRefused() {
        return whereTrue(Order::returnRefused);
    }

    @About("those whose return is in dispute")
    public Orders returnDisputed() {
        return whereTrue(Order::returnDisputed);
    }

    @About("those bought at a discount")
    public Orders atDiscount() {
        return whereTrue(Order::boughtAtDiscount);
    }

    @About("those known to be bought without a discount")
    public Orders atFullPrice() {
        return where(o -> Boolean.FALSE.equals(o.boughtAtDiscount()));
    }

    @About("those that have arrived")
    public Orders delivered() {
        return whereTrue(Order::delivered);
    }

    @About("those promised for a day that has passed, and not here")
    public Orders overdue() {
        return whereTrue(Order::overdue);
    }

    @About("those that lack a part")
    public Orders incomplete() {
        return where(o -> Boolean.FALSE.equals(o.complete()));
    }

    @About("those not as described, or not genuine")
    public Orders misdescribed() {
        return where(o -> Boolean.FALSE.equals(o.asDescribed()) || Boolean.FALSE.equals(o.genuine()));
    }

    @About("those whose refund has been waited for longer than so many days")
    public Orders refundPendingLongerThan(int days) {
        return whereAtLeast(days + 1, Order::refundPendingDays);
    }

    @About("those accepted more than so many days ago, not delivered, and known to be without any notice")
    public Orders silentLongerThan(int days) {
        return where(o -> Boolean.FALSE.equals(o.noticeSent()) && !o.delivered() && !o.cancelled())
                .olderThan(days);
    }

    @About("those that cost at least so many percent more than expected")
    public Orders dearerThanExpected(int percent) {
        return whereAtLeast(percent, Order::costOverrunPercent);
    }

    @About("those whose maintenance is due within so many days, or overdue")
    public Orders maintenanceDueWithin(int days) {
        return whereAtMost(days, Order::maintenanceDueInDays);
    }

    @About("those that cost more than the same did in another channel of ours on that day")
    public Orders dearerThanOtherChannel() {
        return where(o -> o.amount() != null && o.otherChannelPrice() != null && o.amount() > o.otherChannelPrice());
    }

    @About("those whose price has fallen by at least so many percent since they were bought")
    public Orders fallenInPrice(int percent) {
        return where(o -> o.priceChangePercent() != null && o.priceChangePercent() <= -percent);
    }

    @About("those that another product goes with, which they do not have")
    public Orders goingWithMore() {
        return where(o -> o.goesWith() != null);
    }

    @About("those that came more than so many days ago and are known to be used little")
    public Orders littleUsedAfter(int days) {
        return whereTrue(Order::littleUsed).whereAtLeast(days + 1, Order::daysSinceDelivered);
    }

    @About("those of a product that was bought at least so many times")
    public Orders boughtAtLeast(int times) {
        var bought = new HashMap<String, Integer>();
        for (Order order : this) {
            if (order.product() != null && !order.cancelled()) {
                bought.merge(order.product(), 1, Integer::sum);
            }
        }
        return where(o -> o.product() != null && bought.getOrDefault(o.product(), 0) >= times);
    }

    @About("the longest delay among them, in days")
    public @Nullable Integer worstDaysLate() {
        return largest(Order::daysLate);
    }

    @About(value = "the longest wait for money back among them, in days", least = 0)
    public @Nullable Integer worstRefundPendingDays() {
        return largest(Order::refundPendingDays);
    }

    /** Orders whose amount is not known are left out; null when no amount is known. */
    @About("what was paid for them together, in the company's currency")
    public @Nullable Double totalAmount() {
        Double total = null;
        for (Order order : this) {
            Double amount = order.amount();
            if (amount != null) {
                total = total == null ? amount : total + amount;
            }
        }
        return total;
    }

    @About(value = "percent of them bought at a discount, of those where that is known", least = 0, most = 100)
    public @Nullable Integer discountSharePercent() {
        Integer known = where(o -> o.boughtAtDiscount() != null).count();
        Integer discounted = atDiscount().count();
        return Percent.of(discounted, known);
    }
}
