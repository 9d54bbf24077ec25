package io.nearstock.order;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.order.Catalog.Quote.Quoted;
import io.nearstock.order.Catalog.Quote.Rejected;
import io.nearstock.order.CatalogClient.QuoteRequest;
import io.nearstock.order.CatalogClient.QuotedLine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The prices, which catalog-service knows. A quote changes nothing, so it may be asked again. */
@Component
public class Catalog {

    public sealed interface Quote {

        record Quoted(List<OrderLine> lines) implements Quote {}

        /** Something that is asked for is not sold; where it stands in the request. */
        record Rejected(String code, String detail, List<FieldError> errors) implements Quote {}

        record Unavailable() implements Quote {}
    }

    private final CatalogClient client;
    private final Neighbour catalog;

    Catalog(CatalogClient client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.catalog = new Neighbour("catalog-service", breakers);
    }

    public Quote quote(String customerId, List<Item> lines, @Nullable String coupon) {
        var request = new QuoteRequest(lines, coupon, customerId);
        return catalog.call(() -> quote(request)).orElseGet(Quote.Unavailable::new);
    }

    private Quote quote(QuoteRequest request) {
        try {
            return new Quoted(
                    client.quote(request).lines().stream().map(QuotedLine::line).toList());
        } catch (FeignException.UnprocessableEntity refusal) {
            var refused = Refused.of(refusal);
            var code = Objects.requireNonNullElse(refused.code(), "not_sold");
            var detail = Objects.requireNonNullElse(refused.detail(), "Some of it is not sold here.");
            return new Rejected(code, detail, refused.fieldErrors());
        }
    }
}
