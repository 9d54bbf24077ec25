package io.nearstock.order;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What this service asks of catalog-service; platform/contracts holds the bodies still. */
@FeignClient("catalog-service")
interface CatalogClient {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuoteRequest(
            List<Item> lines,
            @Nullable String coupon,
            String customerId,
            @Nullable String currency,
            @Nullable String holdId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record QuoteAnswer(List<QuotedLine> lines, @Nullable Instant usesHeldUntil) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record QuotedLine(
            String sku,
            String productId,
            String name,
            int quantity,
            Money unitPrice,
            @Nullable List<Discount> discounts,
            Money total) {

        OrderLine line() {
            var reductions = discounts == null ? List.<Discount>of() : discounts;
            return new OrderLine(sku, productId, name, quantity, unitPrice, reductions, total);
        }
    }

    record RedemptionRequest(String orderId) {}

    @PostMapping("/internal/quotes")
    QuoteAnswer quote(@RequestBody QuoteRequest request);

    @PostMapping("/internal/redemptions/{id}/claim")
    void claim(@PathVariable("id") String id, @RequestBody RedemptionRequest request);

    @PostMapping("/internal/redemptions/{id}/release")
    void release(@PathVariable("id") String id, @RequestBody RedemptionRequest request);
}
