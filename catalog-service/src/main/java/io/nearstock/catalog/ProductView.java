package io.nearstock.catalog;

import io.nearstock.catalog.PriceHistory.Reduced;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A product as the API shows it.
 *
 * @param price left out where a currency is asked for in which it has none
 * @param listPrice where the price is reduced, what was asked just before
 * @param lowestPrice30d and the lowest that was asked in the 30 days before
 * @param variantOf the id of the product whose variant it is
 * @param options left out where it is no variant
 * @param variants on the product's own page, what can be chosen of it: the first hundred that are sold
 */
public record ProductView(
        String id,
        String sku,
        @Nullable String variantOf,
        @Nullable Map<String, String> options,
        String name,
        @Nullable String description,
        @Nullable String brand,
        String category,
        @Nullable Money price,
        @Nullable Money listPrice,
        @Nullable Money lowestPrice30d,
        Map<String, String> attributes,
        @Nullable String gtin,
        @Nullable String manufacturer,
        List<MediaLink> media,
        @Nullable ReturnPolicy returnPolicy,
        @Nullable Storage storage,
        RatingView rating,
        String status,
        Instant createdAt,
        Instant changedAt,
        @Nullable List<Choice> variants) {

    /** A variant, as much of it as somebody needs who chooses; whether it is there is asked by its SKU. */
    public record Choice(
            String id,
            String sku,
            Map<String, String> options,
            @Nullable Money price) {

        public static Choice of(Product variant) {
            return of(variant, OrdinaryPrice.own(variant));
        }

        public static Choice of(Product variant, OrdinaryPrice costs) {
            return new Choice(
                    variant.id(), variant.sku(), new TreeMap<>(variant.details().options()), costs.price());
        }
    }

    public static ProductView of(Product product, Instant now) {
        return of(product, List.of(), now);
    }

    public static ProductView of(Product product, List<Choice> variants, Instant now) {
        return of(product, OrdinaryPrice.own(product), variants, now);
    }

    public static ProductView of(Product product, OrdinaryPrice costs, List<Choice> variants, Instant now) {
        var details = product.details();
        var reduced = costs.reduced(now);
        return new ProductView(
                product.id(),
                product.sku(),
                product.variantOf(),
                details.options().isEmpty() ? null : details.options(),
                details.name(),
                details.description(),
                details.brand(),
                details.category(),
                costs.price(),
                reduced.map(Reduced::before).orElse(null),
                reduced.map(Reduced::lowest).orElse(null),
                details.attributes(),
                details.facts().gtin(),
                details.facts().manufacturer(),
                details.facts().media(),
                details.facts().returnPolicy(),
                details.facts().storage(),
                RatingView.of(product.rating()),
                product.status().wireName(),
                product.createdAt(),
                product.changedAt(),
                variants.isEmpty() ? null : variants);
    }
}
