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
            @Nullable String coupon,
            @Nullable String claimBy) {}

    public sealed interface Outcome {

        /**
         * Everything is there.
         *
         * @param plan why the shipments are as they are
         */
        record Made(Offer offer, String plan, Instant expiresAt) implements Outcome {}

        /** Each line that cannot be had; nothing is held. */
        record OutOfStock(List<FieldError> lines) implements Outcome {}

        /** Something is not sold; the clean outcome holds no stock for sure. */
        record NotSold(String code, String detail, List<FieldError> errors, boolean clean) implements Outcome {}

        /** Somebody did not answer; the clean outcome holds no stock for sure. */
        record Unavailable(boolean clean) implements Outcome {}
    }

    private final Catalog catalog;
    private final Inventory inventory;
    private final Aside aside;

    Offers(Catalog catalog, Inventory inventory, Aside aside) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.aside = aside;
    }

    public Outcome make(Basket basket) {
        var quoting = aside.run(() -> catalog.quote(basket.customerId(), basket.lines(), basket.coupon()));
        var hold = inventory.hold(
                basket.holdId(),
                basket.reference(),
                basket.lines(),
                basket.address().position(),
                basket.claimBy());
        return switch (answer(quoting)) {
            case Quoted(var lines) -> offer(basket, lines, hold);
            case Quote.Rejected(var code, var detail, var errors) ->
                new Outcome.NotSold(code, detail, errors, undone(basket, hold));
            case Quote.Unavailable() ->
                hold instanceof Lacking(var missing)
                        ? new Outcome.OutOfStock(missing)
                        : new Outcome.Unavailable(undone(basket, hold));
        };
    }

    private static Outcome offer(Basket basket, List<OrderLine> lines, Hold hold) {
        return switch (hold) {
            case Held(var shipments, var expiresAt, var plan) ->
                new Outcome.Made(
                        new Offer(basket.customerId(), basket.holdId(), lines, basket.address(), shipments),
                        plan,
                        expiresAt);
            case Lacking(var missing) -> new Outcome.OutOfStock(missing);
            case Hold.Unavailable() -> new Outcome.Unavailable(false);
        };
    }

    /** No stock is held any more, for sure. */
    private boolean undone(Basket basket, Hold hold) {
        return switch (hold) {
            case Held _ -> inventory.release(basket.holdId(), "no_quote");
            case Lacking _ -> true;
            case Hold.Unavailable _ -> false;
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
