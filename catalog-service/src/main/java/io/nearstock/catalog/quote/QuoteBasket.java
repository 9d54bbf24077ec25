package io.nearstock.catalog.quote;

import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Allowance;
import io.nearstock.catalog.Allowances;
import io.nearstock.catalog.PriceList;
import io.nearstock.catalog.PriceLists;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.Promotions;
import io.nearstock.catalog.Quote;
import io.nearstock.catalog.Segments;
import io.nearstock.catalog.Use;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.Priced;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UnknownCoupon;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UnknownProducts;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UsedUp;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UselessCoupon;
import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices a basket by the record. What of a promotion is used up is left out of it, or, where it has a coupon, told. */
@Component
final class QuoteBasket {

    /** Who wants what. */
    record Inquiry(
            List<Wanted> lines,
            @Nullable String coupon,
            @Nullable String customerId) {}

    sealed interface Outcome {

        /**
         * It costs this.
         *
         * @param uses what it needs of promotions that are limited
         * @param heldUntil when those uses go back that are held for it; null where none are
         */
        record Priced(Quote quote, List<Use> uses, @Nullable Instant heldUntil) implements Outcome {}

        record UnknownProducts(List<Integer> lines) implements Outcome {}

        record UnknownCoupon() implements Outcome {}

        record UselessCoupon() implements Outcome {}

        /** Of the promotion behind the coupon nothing is left, for anybody or for this customer. */
        record UsedUp() implements Outcome {}

        /** What was asked for under this id before has come to an end, or was something else. */
        record Gone(String code) implements Outcome {}
    }

    private final Products products;
    private final Promotions promotions;
    private final PriceLists priceLists;
    private final Segments segments;
    private final Allowances allowances;
    private final Clock clock;

    QuoteBasket(
            Products products,
            Promotions promotions,
            PriceLists priceLists,
            Segments segments,
            Allowances allowances,
            Clock clock) {
        this.products = products;
        this.promotions = promotions;
        this.priceLists = priceLists;
        this.segments = segments;
        this.allowances = allowances;
        this.clock = clock;
    }

    /** What it costs as long as nobody else uses up what it needs. */
    Outcome quote(Inquiry inquiry) {
        return quote(inquiry, running(inquiry), this::missing);
    }

    List<Promotion> running(Inquiry inquiry) {
        var running = promotions.running(clock.instant());
        return ofCustomer(
                inquiry, running, (promotion, mine) -> promotion.terms().isFor(mine));
    }

    /** Segments are asked for only where there is something that not everybody has. */
    private <T> List<T> ofCustomer(Inquiry inquiry, List<T> all, BiPredicate<T, Set<String>> isFor) {
        var customer = inquiry.customerId();
        if (all.stream().allMatch(each -> isFor.test(each, Set.of()))) {
            return all;
        }
        var mine = customer == null ? Set.<String>of() : segments.of(customer);
        return all.stream().filter(each -> isFor.test(each, mine)).toList();
    }

    /**
     * Leaves promotions out until the rest can be had.
     *
     * @param shortOf answers with a use that cannot be had
     */
    Outcome quote(Inquiry inquiry, List<Promotion> running, Function<Priced, Optional<Use>> shortOf) {
        var sold = priced(inquiry, sold(inquiry.lines()));
        var left = running;
        while (true) {
            var outcome = priced(inquiry, sold, left);
            var lacking = outcome instanceof Priced priced ? shortOf.apply(priced) : Optional.<Use>empty();
            if (lacking.isEmpty()) {
                return outcome;
            }
            var out = lacking.get().promotionId();
            if (left.stream().anyMatch(promotion -> promotion.id().equals(out) && promotion.needsCoupon())) {
                return new UsedUp();
            }
            left = left.stream()
                    .filter(promotion -> !promotion.id().equals(out))
                    .toList();
        }
    }

    private static Outcome priced(Inquiry inquiry, Map<String, Product> sold, List<Promotion> running) {
        return switch (QuoteEngine.quote(inquiry.lines(), sold, running, inquiry.coupon())) {
            case QuoteEngine.Outcome.Quoted(var quote) ->
                new Priced(quote, LimitedUses.of(quote, running, inquiry.customerId()), null);
            case QuoteEngine.Outcome.UnknownProducts(var lines) -> new UnknownProducts(lines);
            case QuoteEngine.Outcome.UnknownCoupon() -> new UnknownCoupon();
            case QuoteEngine.Outcome.UselessCoupon() -> new UselessCoupon();
        };
    }

    private Optional<Use> missing(Priced priced) {
        if (priced.uses().isEmpty()) {
            return Optional.empty();
        }
        var ids = priced.uses().stream().map(Use::allowance).toList();
        var rows = allowances.of(ids).stream().collect(toMap(Allowance::id, Function.identity()));
        return priced.uses().stream()
                .filter(use -> !rows.getOrDefault(use.allowance(), Allowance.unused(use.allowance()))
                        .covers(use))
                .findFirst();
    }

    private Map<String, Product> sold(List<Wanted> basket) {
        var skus = basket.stream().map(Wanted::sku).collect(Collectors.toSet());
        return products.ofSkus(skus).stream()
                .filter(Product::isActive)
                .collect(toMap(Product::sku, Function.identity()));
    }

    private Map<String, Product> priced(Inquiry inquiry, Map<String, Product> sold) {
        var lists = ofCustomer(inquiry, priceLists.running(clock.instant()), PriceList::isFor);
        if (lists.isEmpty()) {
            return sold;
        }
        var ids = lists.stream().map(PriceList::id).toList();
        return PricedProducts.of(sold, inquiry.lines(), lists, priceLists.prices(ids, sold.keySet()));
    }
}
