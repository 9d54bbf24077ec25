package io.nearstock.catalog.quote;

import static io.nearstock.chassis.web.Problems.refused;
import static java.util.stream.Collectors.toMap;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Promotions;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.Quoted;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.UnknownCoupon;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.UnknownProducts;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.UselessCoupon;
import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Problems.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells shoppers, and order-service before it takes money, what a basket costs. Prices are read from the record. */
@RestController
final class QuoteController {

    record Line(
            @NotBlank @Size(max = 64) String sku,
            @Positive @Max(100_000) int quantity) {

        Wanted wanted() {
            return new Wanted(sku, quantity);
        }
    }

    record QuoteRequest(
            @NotEmpty @Size(max = 100) List<@Valid @NotNull Line> lines,
            @Size(max = 64) @Nullable String coupon) {}

    /** Names the customer too, for whom a promotion may differ. */
    record CustomerQuoteRequest(
            @NotEmpty @Size(max = 100) List<@Valid @NotNull Line> lines,
            @Size(max = 64) @Nullable String coupon,
            @Size(max = 64) @Nullable String customerId) {}

    private final Products products;
    private final Promotions promotions;
    private final Clock clock;

    QuoteController(Products products, Promotions promotions, Clock clock) {
        this.products = products;
        this.promotions = promotions;
        this.clock = clock;
    }

    @PostMapping("/api/quotes")
    @Answers({"200", "422 unknown_sku unknown_coupon coupon_not_applicable"})
    ResponseEntity<?> forAnybody(@Valid @RequestBody QuoteRequest request) {
        return quote(request.lines(), request.coupon());
    }

    @PostMapping("/internal/quotes")
    ResponseEntity<?> forACustomer(@Valid @RequestBody CustomerQuoteRequest request) {
        return quote(request.lines(), request.coupon());
    }

    private ResponseEntity<?> quote(List<Line> lines, @Nullable String coupon) {
        var basket = lines.stream().map(Line::wanted).toList();
        return switch (QuoteEngine.quote(basket, sold(basket), promotions.running(clock.instant()), coupon)) {
            case Quoted(var quote) -> ResponseEntity.ok(quote);
            case UnknownProducts(var unknown) -> unknownProducts(unknown);
            case UnknownCoupon() -> couponRefused("unknown_coupon", "There is no such coupon.");
            case UselessCoupon() ->
                couponRefused("coupon_not_applicable", "This coupon takes nothing off this basket.");
        };
    }

    private Map<String, Product> sold(List<Wanted> basket) {
        var skus = basket.stream().map(Wanted::sku).collect(Collectors.toSet());
        return products.ofSkus(skus).stream()
                .filter(Product::isActive)
                .collect(toMap(Product::sku, Function.identity()));
    }

    private static ResponseEntity<?> unknownProducts(List<Integer> lines) {
        var errors = lines.stream()
                .map(line -> new FieldError("/lines/" + line, "unknown_sku", "This is not sold here."))
                .toList();
        return refused(UNPROCESSABLE_CONTENT, "unknown_sku", "Some of this is not sold here.", errors);
    }

    private static ResponseEntity<?> couponRefused(String code, String detail) {
        return refused(UNPROCESSABLE_CONTENT, code, detail, List.of(new FieldError("/coupon", code, detail)));
    }
}
