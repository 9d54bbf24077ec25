package io.nearstock.catalog.quote;

import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Allowance;
import io.nearstock.catalog.Allowances;
import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.ListPrice;
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
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UnpricedProducts;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UsedUp;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.UselessCoupon;
import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    sealed interface Outcome {

        /**
         * It costs this.
         *
         * @param uses what it needs of promotions that are limited
         * @param heldUntil when those uses go back that are held for it; null where none are
         */
        record Priced(Quote quote, List<Use> uses, @Nullable Instant heldUntil) implements Outcome {}

        record UnknownProducts(List<Integer> lines) implements Outcome {}

        /** The lines, counted from 0, whose product has no price in the currency that was asked for. */
        record UnpricedProducts(List<Integer> lines) implements Outcome {}

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
    private final CatalogSettings settings;
    private final Clock clock;

    QuoteBasket(
            Products products,
            Promotions promotions,
            PriceLists priceLists,
            Segments segments,
            Allowances allowances,
            CatalogSettings settings,
            Clock clock) {
        this.products = products;
        this.promotions = promotions;
        this.priceLists = priceLists;
        this.segments = segments;
        this.allowances = allowances;
        this.settings = settings;
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
        var sold = sold(inquiry.lines());
        var priced = priced(inquiry, sold);
        var unpriced = inquiry.linesOf(sku -> sold.containsKey(sku) && !priced.containsKey(sku));
        return unpriced.isEmpty() ? quote(inquiry, priced, running, shortOf) : new UnpricedProducts(unpriced);
    }

    private Outcome quote(
            Inquiry inquiry,
            Map<String, Product> products,
            List<Promotion> running,
            Function<Priced, Optional<Use>> shortOf) {
        var left = running;
        while (true) {
            var outcome = priced(inquiry, products, left);
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

    private Outcome priced(Inquiry inquiry, Map<String, Product> sold, List<Promotion> running) {
        return switch (QuoteEngine.quote(inquiry.lines(), sold, running, inquiry.coupon())) {
            case QuoteEngine.Outcome.Quoted(var quote) ->
                new Priced(quote, LimitedUses.of(quote, running, inquiry.customerId(), settings.currency()), null);
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

    /** In which the inquiry is answered. */
    String currency(Inquiry inquiry) {
        return Objects.requireNonNullElse(inquiry.currency(), settings.currency());
    }

    private Map<String, Product> sold(List<Wanted> basket) {
        var skus = basket.stream().map(Wanted::sku).collect(Collectors.toSet());
        return products.ofSkus(skus).stream()
                .filter(Product::isActive)
                .collect(toMap(Product::sku, Function.identity()));
    }

    private Map<String, Product> priced(Inquiry inquiry, Map<String, Product> sold) {
        var currency = currency(inquiry);
        var running = priceLists.running(clock.instant()).stream()
                .filter(list -> list.currencyOr(settings.currency()).equals(currency))
                .toList();
        var lists = ofCustomer(inquiry, running, PriceList::isFor);
        var ids = lists.stream().map(PriceList::id).toList();
        var prices = ids.isEmpty() ? List.<ListPrice>of() : priceLists.prices(ids, sold.keySet());
        return PricedProducts.of(sold, inquiry.lines(), currency, lists, prices);
    }
}
