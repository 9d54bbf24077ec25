package io.nearstock.order;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What this service asks of catalog-service; platform/contracts holds the bodies still. */
@FeignClient("catalog-service")
interface CatalogClient {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuoteRequest(List<Item> lines, @Nullable String coupon, String customerId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record QuoteAnswer(List<QuotedLine> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record QuotedLine(String sku, String productId, String name, int quantity, Money unitPrice, Money total) {

        OrderLine line() {
            return new OrderLine(sku, productId, name, quantity, unitPrice, total);
        }
    }

    @PostMapping("/internal/quotes")
    QuoteAnswer quote(@RequestBody QuoteRequest request);
}
