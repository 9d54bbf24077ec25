package io.nearstock.order;

import static io.nearstock.order.Intent.Status.REQUIRES_CONFIRMATION;
import static java.util.Objects.requireNonNull;

import io.nearstock.order.OrderStatus.CancelPending;
import io.nearstock.order.PaymentProvider.Answer;
import io.nearstock.order.PaymentProvider.Answer.Known;
import io.nearstock.order.PaymentProvider.Answer.Refused;
import io.nearstock.order.PaymentProvider.Answer.Unknown;
import io.nearstock.order.PaymentStep.Capture;
import io.nearstock.order.PaymentStep.Decide;
import io.nearstock.order.PaymentStep.GiveUp;
import io.nearstock.order.PaymentStep.Nothing;
import io.nearstock.order.PaymentStep.Open;
import io.nearstock.order.PaymentStep.Refund;
import io.nearstock.order.PaymentStep.Release;
import io.nearstock.order.Transition.Contradiction;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings an order's money to where its state wants it. Any number of instances may do so at once and any of them may
 * die anywhere: each step follows from the stored order alone, its key from the order's id, the charge and the step.
 */
@Component
public class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final Orders orders;
    private final PaymentProvider provider;
    private final Clock clock;

    Settlement(Orders orders, PaymentProvider provider, Clock clock) {
        this.orders = orders;
        this.provider = provider;
        this.clock = clock;
    }

    /** The intent of an order's first charge, which may then be stored with the order; empty when it is not known. */
    public Optional<String> open(String orderId, Money amount) {
        return provider.open(openKey(orderId, 1, amount), orderId, amount) instanceof Known(var intent)
                ? Optional.of(intent.id())
                : Optional.empty();
    }

    /**
     * Tries a charge that was added just now: nobody has confirmed it yet, so there is nothing to ask before. Where no
     * answer comes the order stays as it is, for a callback or a sweeper.
     */
    public Order pay(Order order) {
        var opened = PaymentStep.of(order, clock.instant()) instanceof Open(var charge) ? open(order, charge) : order;
        return PaymentStep.of(opened, clock.instant()) instanceof Decide(var charge, var intentId)
                ? confirm(opened, charge, intentId)
                : opened;
    }

    /** Goes on until the order needs nothing more, or what it needs cannot be known now. */
    public Order advance(Order order) {
        var current = order;
        var next = step(current);
        while (next.version() != current.version()) {
            current = next;
            next = step(current);
        }
        return next;
    }

    /** Tells the order what the provider says, whoever brought the news. */
    public Order see(Order order, Intent intent) {
        var answer = orders.update(order, it -> it.paymentSeen(intent, clock.instant()));
        if (answer instanceof Contradiction(var ended, var refusal)) {
            log.warn("{} is told of the charge {}: {}", ended.id(), intent.id(), refusal.code());
        }
        return answer.order();
    }

    private Order step(Order order) {
        return switch (PaymentStep.of(order, clock.instant())) {
            case Nothing() -> order;
            case GiveUp() -> giveUp(order);
            case Open(var charge) -> open(order, charge);
            case Decide(var charge, var intentId) -> decide(order, charge, intentId);
            case Capture(var charge, var intentId, var amount) ->
                see(order, intentId, provider.capture(key(order, charge, "capture"), intentId, amount));
            case Refund(var charge, var intentId, var amount) ->
                see(order, intentId, provider.refund(key(order, charge, "refund"), intentId, amount));
            case Release(var charge, var intentId) ->
                see(order, intentId, provider.release(key(order, charge, "release"), intentId));
        };
    }

    private Order open(Order order, Charge charge) {
        var amount = order.total().of(charge.amount());
        return switch (provider.open(openKey(order.id(), charge.number(), amount), order.id(), amount)) {
            case Known(var intent) -> update(order, it -> it.opened(charge.number(), intent.id()));
            case Refused(var code) -> update(order, it -> it.paymentRefused(charge.number(), code, clock.instant()));
            case Unknown() -> order;
        };
    }

    /** Asks first. An intent that the provider does not find may still be on its way: that says nothing. */
    private Order decide(Order order, Charge charge, String intentId) {
        return switch (provider.find(intentId)) {
            case Known(var intent) -> decide(order, charge, intent);
            case Refused(var _), Unknown() -> order;
        };
    }

    private Order decide(Order order, Charge charge, Intent intent) {
        if (!intent.waitsForUs()) {
            return see(order, intent);
        }
        if (order.status() instanceof CancelPending) {
            return see(order, intent.id(), provider.release(key(order, charge, "release"), intent.id()));
        }
        if (order.isOverdue(clock.instant())) {
            return giveUp(order);
        }
        return intent.status() == REQUIRES_CONFIRMATION ? confirm(order, charge, intent.id()) : see(order, intent);
    }

    private Order confirm(Order order, Charge charge, String intentId) {
        var token = requireNonNull(charge.token(), "an undecided charge has its token");
        return switch (provider.confirm(key(order, charge, "confirm"), intentId, token, charge.captureAtOnce())) {
            case Known(var intent) -> see(order, intent);
            case Refused(var code) -> refused(order, charge, intentId, code);
            case Unknown() -> order;
        };
    }

    /** Believes that nothing was charged only once the intent itself says so. */
    private Order refused(Order order, Charge charge, String intentId, String code) {
        return switch (provider.find(intentId)) {
            case Known(var intent)
            when intent.status() == REQUIRES_CONFIRMATION ->
                update(order, it -> it.paymentRefused(charge.number(), code, clock.instant()));
            case Known(var intent) -> see(order, intent);
            case Refused(var _), Unknown() -> order;
        };
    }

    private Order see(Order order, String intentId, Answer answer) {
        return switch (answer) {
            case Known(var intent) -> see(order, intent);
            case Refused(var code) -> {
                log.warn("{}: the provider refuses what is due on {}: {}", order.id(), intentId, code);
                yield provider.find(intentId) instanceof Known(var intent) ? see(order, intent) : order;
            }
            case Unknown() -> order;
        };
    }

    private Order giveUp(Order order) {
        return update(order, it -> it.giveUp(clock.instant()));
    }

    private Order update(Order order, Function<Order, Transition> command) {
        return orders.update(order, command).order();
    }

    /** A request that comes again after a crash may be offered another total: what it opened before is not meant then. */
    private static String openKey(String orderId, int number, Money amount) {
        return key(orderId, number, "open." + amount.amount());
    }

    private static String key(Order order, Charge charge, String step) {
        return key(order.id(), charge.number(), step);
    }

    private static String key(String orderId, int number, String step) {
        return orderId + "." + number + "." + step;
    }
}
