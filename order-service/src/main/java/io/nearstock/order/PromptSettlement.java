package io.nearstock.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Settles while a request waits, within the time that the request has in all. What is not known by then goes on behind
 * the answer, which tells how the order stands.
 */
@Component
public class PromptSettlement {

    private static final Duration LEAST = Duration.ofMillis(200);

    private final Settlement settlement;
    private final Orders orders;
    private final Aside aside;
    private final PaymentTerms terms;
    private final Clock clock;

    PromptSettlement(Settlement settlement, Orders orders, Aside aside, PaymentTerms terms, Clock clock) {
        this.settlement = settlement;
        this.orders = orders;
        this.aside = aside;
        this.terms = terms;
        this.clock = clock;
    }

    /** Tries a charge that was added just now. */
    public Order pay(Order order, Instant requestedAt) {
        return await(order, requestedAt, () -> settlement.pay(order));
    }

    public Order advance(Order order, Instant requestedAt) {
        return await(order, requestedAt, () -> settlement.advance(order));
    }

    private Order await(Order order, Instant requestedAt, Callable<Order> work) {
        var settling = aside.run(work);
        try {
            return settling.get(left(requestedAt).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return orders.find(order.id()).orElse(order);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("settling " + order.id() + " failed", failed.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return order;
        }
    }

    private Duration left(Instant requestedAt) {
        var left = terms.answerWithin().minus(Duration.between(requestedAt, clock.instant()));
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
