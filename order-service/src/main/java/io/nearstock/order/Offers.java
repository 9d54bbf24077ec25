package io.nearstock.order;

import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.order.Catalog.Quote;
import io.nearstock.order.Catalog.Quote.Quoted;
import io.nearstock.order.Inventory.Hold;
import io.nearstock.order.Inventory.Hold.Held;
import io.nearstock.order.Inventory.Hold.Lacking;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes an offer of a basket: catalog quotes while inventory plans and holds. */
@Component
public class Offers {

    /**
     * What a customer asks for.
     *
     * @param reference what inventory's ledger shall say the hold is for
     * @param claimBy the order that the stock is for at once; null holds it for a while
     */
    public record Basket(
            String customerId,
            String holdId,
            String reference,
            List<Item> lines,
            Address address,
            Choice choice,
            @Nullable String claimBy) {}

    /** What of an offer that came to nothing is held all the same. */
    public enum Leftover {
        NOTHING,

        /** The stock, by the order that it is for: only whoever still is placing that order may give it back. */
        HELD,
        UNKNOWN
    }

    public sealed interface Outcome {

        /**
         * Everything is there.
         *
         * @param plan why the shipments are as they are
         */
        record Made(Offer offer, String plan, Instant expiresAt) implements Outcome {}

        /** Each line that cannot be had; nothing is held. */
        record OutOfStock(List<FieldError> lines) implements Outcome {}

        /** Something is not sold. */
        record NotSold(String code, String detail, List<FieldError> errors, Leftover left) implements Outcome {}

        /** Somebody did not answer. */
        record Unavailable(Leftover left) implements Outcome {}
    }

    private static final Logger log = LoggerFactory.getLogger(Offers.class);

    private final Catalog catalog;
    private final Inventory inventory;
    private final Aside aside;

    Offers(Catalog catalog, Inventory inventory, Aside aside) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.aside = aside;
    }

    public Outcome make(Basket basket) {
        var quoting =
                aside.run(() -> catalog.quote(basket.customerId(), basket.holdId(), basket.lines(), basket.choice()));
        var hold = inventory.hold(
                basket.holdId(),
                basket.reference(),
                basket.lines(),
                basket.address().position(),
                basket.claimBy());
        return switch (answer(quoting)) {
            case Quoted quoted -> offer(basket, quoted, hold);
            case Quote.Rejected(var code, var detail, var errors) ->
                new Outcome.NotSold(code, detail, errors, left(basket, hold));
            case Quote.Unavailable() ->
                hold instanceof Lacking(var missing)
                        ? new Outcome.OutOfStock(missing)
                        : new Outcome.Unavailable(left(basket, hold));
        };
    }

    private Outcome offer(Basket basket, Quoted quoted, Hold hold) {
        return switch (hold) {
            case Held(var shipments, var expiresAt, var plan) -> {
                var until = quoted.usesUntil();
                var offer = new Offer(
                        basket.customerId(), basket.holdId(), quoted.lines(), basket.address(), shipments, until);
                yield new Outcome.Made(offer, plan, until == null || expiresAt.isBefore(until) ? expiresAt : until);
            }
            case Lacking(var missing) -> {
                letGo(basket, quoted);
                yield new Outcome.OutOfStock(missing);
            }
            case Hold.Unavailable() -> new Outcome.Unavailable(Leftover.UNKNOWN);
        };
    }

    /** Sooner than by the clock; where nobody answers, the clock does it. */
    private void letGo(Basket basket, Quoted quoted) {
        if (quoted.usesUntil() != null && !catalog.release(basket.holdId(), basket.reference())) {
            log.info("uses for {} go back when they expire", basket.reference());
        }
    }

    private Leftover left(Basket basket, Hold hold) {
        return switch (hold) {
            case Held _ when basket.claimBy() != null -> Leftover.HELD;
            case Held _ -> inventory.release(basket.holdId(), "no_quote") ? Leftover.NOTHING : Leftover.UNKNOWN;
            case Lacking _ -> Leftover.NOTHING;
            case Hold.Unavailable _ -> Leftover.UNKNOWN;
        };
    }

    private static Quote answer(Future<Quote> quoting) {
        try {
            return quoting.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the quote failed", failed.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Quote.Unavailable();
        }
    }
}
