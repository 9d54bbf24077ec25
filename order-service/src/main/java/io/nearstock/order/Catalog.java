package io.nearstock.order;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.order.Catalog.Quote.Quoted;
import io.nearstock.order.Catalog.Quote.Rejected;
import io.nearstock.order.CatalogClient.QuoteRequest;
import io.nearstock.order.CatalogClient.QuotedLine;
import io.nearstock.order.CatalogClient.RedemptionRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The prices, which catalog-service knows, and the uses of promotions, which it holds as inventory holds stock: under the
 * same id, claimed by one order or given back. Every call may be sent again: it is the same call.
 */
@Component
public class Catalog {

    public sealed interface Quote {

        /**
         * It costs this.
         *
         * @param usesUntil when uses go back that are held for it; null where none are
         */
        record Quoted(List<OrderLine> lines, @Nullable Instant usesUntil) implements Quote {}

        /** Something that is asked for is not sold; where it stands in the request. */
        record Rejected(String code, String detail, List<FieldError> errors) implements Quote {}

        record Unavailable() implements Quote {}
    }

    /** What became of a claim. */
    public enum Claim {
        CLAIMED,
        EXPIRED,
        UNAVAILABLE
    }

    private final CatalogClient client;
    private final Neighbour catalog;

    Catalog(CatalogClient client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.catalog = new Neighbour("catalog-service", breakers);
    }

    /** With a hold's id, uses of promotions that the quote needs are held under it; without they are only looked at. */
    public Quote quote(String customerId, @Nullable String holdId, List<Item> lines, Choice choice) {
        var request = new QuoteRequest(lines, choice.coupon(), customerId, choice.currency(), holdId);
        return catalog.call(() -> quote(request)).orElseGet(Quote.Unavailable::new);
    }

    /** Makes the uses under a hold's id one order's, for good. */
    public Claim claim(String holdId, String orderId) {
        return catalog.call(() -> claim(holdId, new RedemptionRequest(orderId))).orElse(Claim.UNAVAILABLE);
    }

    /** Gives uses back that nobody or this order has claimed; false when that is not known to have happened. */
    public boolean release(String holdId, String orderId) {
        return catalog.call(() -> {
                    client.release(holdId, new RedemptionRequest(orderId));
                    return true;
                })
                .orElse(false);
    }

    private Claim claim(String holdId, RedemptionRequest request) {
        try {
            client.claim(holdId, request);
            return Claim.CLAIMED;
        } catch (FeignException.Conflict _) {
            return Claim.EXPIRED;
        }
    }

    private Quote quote(QuoteRequest request) {
        try {
            var answer = client.quote(request);
            return new Quoted(answer.lines().stream().map(QuotedLine::line).toList(), answer.usesHeldUntil());
        } catch (FeignException.UnprocessableEntity refusal) {
            var refused = Refused.of(refusal);
            var code = Objects.requireNonNullElse(refused.code(), "not_sold");
            var detail = Objects.requireNonNullElse(refused.detail(), "Some of it is not sold here.");
            return new Rejected(code, detail, refused.fieldErrors());
        }
    }
}
