package io.nearstock.catalog.quote;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.QuoteLine;
import io.nearstock.catalog.quote.QuoteBasket.Outcome;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.Gone;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.Priced;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UnknownCoupon;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UnknownProducts;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UnpricedProducts;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UsedUp;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UselessCoupon;
import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Problems.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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
            @Size(max = 64) @Nullable String coupon,
            @Pattern(regexp = "[A-Z]{3}") @Nullable String currency) {}

    /**
     * Names the customer too, for whom a promotion may differ.
     *
     * @param currency in which it is to be paid; null for the catalogue's
     * @param holdId under which uses of limited promotions are held, by the id of the hold on stock; null holds none
     */
    record CustomerQuoteRequest(
            @NotEmpty @Size(max = 100) List<@Valid @NotNull Line> lines,
            @Size(max = 64) @Nullable String coupon,
            @NotBlank @Size(max = 64) String customerId,
            @Pattern(regexp = "[A-Z]{3}") @Nullable String currency,
            @Size(min = 1, max = 100) @Nullable String holdId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuoteView(
            List<QuoteLine> lines, Money total, @Nullable Instant usesHeldUntil) {}

    private final QuoteBasket quoteBasket;
    private final HoldUses holdUses;

    QuoteController(QuoteBasket quoteBasket, HoldUses holdUses) {
        this.quoteBasket = quoteBasket;
        this.holdUses = holdUses;
    }

    /** A customer who is signed in is quoted as such. */
    @PostMapping("/api/quotes")
    @Answers({"200", "422 unknown_sku no_price_in_currency unknown_coupon coupon_not_applicable coupon_used_up"})
    ResponseEntity<?> forAnybody(@Valid @RequestBody QuoteRequest request, @Nullable Caller caller) {
        var customer = caller != null && caller.is("customer") ? caller.id() : null;
        var inquiry = inquiry(request.lines(), request.coupon(), customer, request.currency());
        return answer(inquiry, quoteBasket.quote(inquiry));
    }

    @PostMapping("/internal/quotes")
    ResponseEntity<?> forACustomer(@Valid @RequestBody CustomerQuoteRequest request) {
        var inquiry = inquiry(request.lines(), request.coupon(), request.customerId(), request.currency());
        var holdId = request.holdId();
        return answer(
                inquiry,
                holdId == null ? quoteBasket.quote(inquiry) : holdUses.hold(holdId, request.customerId(), inquiry));
    }

    private static Inquiry inquiry(
            List<Line> lines, @Nullable String coupon, @Nullable String customerId, @Nullable String currency) {
        return new Inquiry(lines.stream().map(Line::wanted).toList(), coupon, customerId, currency);
    }

    private static ResponseEntity<?> answer(Inquiry inquiry, Outcome outcome) {
        return switch (outcome) {
            case Priced(var quote, var _, var heldUntil) ->
                ResponseEntity.ok(new QuoteView(quote.lines(), quote.total(), heldUntil));
            case UnknownProducts(var unknown) ->
                linesRefused(
                        inquiry, unknown, "unknown_sku", "This is not sold here.", "Some of this is not sold here.");
            case UnpricedProducts(var unpriced) ->
                linesRefused(
                        inquiry,
                        unpriced,
                        "no_price_in_currency",
                        "This has no price in this currency.",
                        "Some of this has no price in this currency.");
            case UnknownCoupon() -> couponRefused("unknown_coupon", "There is no such coupon.");
            case UselessCoupon() ->
                couponRefused("coupon_not_applicable", "This coupon takes nothing off this basket.");
            case UsedUp() -> couponRefused("coupon_used_up", "This coupon cannot be used any more.");
            case Gone(var code) -> refused(CONFLICT, code, "This cannot be held under this id again.");
        };
    }

    /** Names the products too: whoever checks a cart out has written no lines. */
    private static ResponseEntity<?> linesRefused(
            Inquiry inquiry, List<Integer> lines, String code, String detail, String title) {
        var errors = lines.stream()
                .map(line -> new FieldError("/lines/" + line, code, detail, inquiry.named(line)))
                .toList();
        return refused(UNPROCESSABLE_CONTENT, code, title, errors);
    }

    private static ResponseEntity<?> couponRefused(String code, String detail) {
        return refused(UNPROCESSABLE_CONTENT, code, detail, List.of(new FieldError("/coupon", code, detail)));
    }
}
