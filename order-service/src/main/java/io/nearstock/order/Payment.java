package io.nearstock.order;

import io.nearstock.order.OrderEvent.PaymentCaptured;
import io.nearstock.order.OrderEvent.PaymentDeclined;
import io.nearstock.order.OrderEvent.PaymentRefunded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How an order is paid; amounts in minor units of the order's currency.
 *
 * @param payBy until when a placed order waits for a card that pays
 * @param charges in the order of their numbers; an order that costs nothing has none
 */
public record Payment(PaymentPlan plan, long deposit, Instant payBy, List<Charge> charges) {

    /** Begins with the first charge, unless there is nothing to pay. */
    public static Payment begin(
            PaymentPlan plan, Money total, PaymentTerms terms, String token, @Nullable String intentId, Instant now) {
        var deposit = terms.deposit(total).amount();
        var payment = new Payment(plan, deposit, now.plus(terms.window()), List.of());
        return total.amount() == 0 ? payment : payment.with(payment.charge(total, intentId, token, now));
    }

    /** What the first charge of such an order authorises. */
    public static Money firstAmount(PaymentPlan plan, Money total, PaymentTerms terms) {
        return plan == PaymentPlan.FULL ? total : terms.deposit(total);
    }

    Payment withNextCharge(Money total, String token, Instant now) {
        return with(charge(total, null, token, now));
    }

    Payment withBalance(Money outstanding, String token, Instant now) {
        var amount = outstanding.amount();
        return with(Charge.of(charges.size() + 1, amount, amount, null, token, now));
    }

    private Charge charge(Money total, @Nullable String intentId, String token, Instant now) {
        var amount = plan == PaymentPlan.FULL ? total.amount() : deposit;
        return Charge.of(charges.size() + 1, amount, deposit, intentId, token, now);
    }

    public long authorised() {
        return sum(Charge::authorised);
    }

    public long captured() {
        return sum(Charge::captured);
    }

    public long refunded() {
        return sum(Charge::refunded);
    }

    public Optional<Charge> latest() {
        return charges.isEmpty() ? Optional.empty() : Optional.of(charges.getLast());
    }

    Optional<Charge> of(String intentId) {
        return charges.stream()
                .filter(charge -> intentId.equals(charge.intentId()))
                .findFirst();
    }

    boolean isUndecided() {
        return latest().map(Charge::isUndecided).orElse(false);
    }

    /** The provider may still take money by itself or at our order. */
    boolean isMoving() {
        return isUndecided() || withRest().isPresent();
    }

    /** A card has agreed to the latest charge, or none was needed. */
    boolean isSecured() {
        return latest().map(charge -> charge.status() == Charge.Status.AUTHORISED)
                .orElse(true);
    }

    Optional<Charge> open() {
        return charges.stream().filter(Charge::isOpen).findFirst();
    }

    Optional<Charge> withRest() {
        return charges.stream().filter(Charge::hasRest).findFirst();
    }

    Charge number(int number) {
        return charges.get(number - 1);
    }

    /** Adds the charge, or replaces the one of its number. */
    Payment with(Charge changed) {
        var next = new ArrayList<>(charges);
        if (changed.number() > charges.size()) {
            next.add(changed);
        } else {
            next.set(changed.number() - 1, changed);
        }
        return new Payment(plan, deposit, payBy, List.copyOf(next));
    }

    /** What a charge's change means to the order. */
    static List<OrderEvent> moved(Order order, Charge before, Charge after, Instant now) {
        var moved = new ArrayList<OrderEvent>();
        if (after.status() == Charge.Status.DECLINED && before.isUndecided()) {
            moved.add(new PaymentDeclined(order.id(), String.valueOf(after.declineCode()), now));
        }
        if (after.captured() > before.captured()) {
            var taken = order.total().of(after.captured() - before.captured());
            moved.add(new PaymentCaptured(order.id(), taken, now));
        }
        if (after.refunded() > before.refunded()) {
            var returned = order.total().of(after.refunded() - before.refunded());
            moved.add(new PaymentRefunded(order.id(), returned, now));
        }
        return moved;
    }

    private long sum(ToLongFunction<Charge> amount) {
        return charges.stream().mapToLong(amount).sum();
    }
}
