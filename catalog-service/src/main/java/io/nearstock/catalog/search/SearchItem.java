package io.nearstock.catalog.search;

import io.nearstock.catalog.MediaLink;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.RatingView;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A product in a list of results. */
record SearchItem(
        String id,
        String sku,
        String name,
        @Nullable String brand,
        String category,
        Money price,
        @Nullable Money listPrice,
        @Nullable Money lowestPrice30d,
        RatingView rating,
        Map<String, String> attributes,
        @Nullable String image,
        @Nullable NearestHub nearest) {

    static SearchItem of(Product product) {
        var details = product.details();
        return new SearchItem(
                product.id(),
                product.sku(),
                details.name(),
                details.brand(),
                details.category(),
                details.price(),
                null,
                null,
                RatingView.of(product.rating()),
                new TreeMap<>(details.attributes()),
                details.facts().media().stream().findFirst().map(MediaLink::url).orElse(null),
                null);
    }

    SearchItem at(Money now) {
        return new SearchItem(
                id, sku, name, brand, category, now, listPrice, lowestPrice30d, rating, attributes, image, nearest);
    }

    SearchItem rated(RatingView stars) {
        return new SearchItem(
                id, sku, name, brand, category, price, listPrice, lowestPrice30d, stars, attributes, image, nearest);
    }

    SearchItem reducedFrom(Money list, Money lowest) {
        return new SearchItem(id, sku, name, brand, category, price, list, lowest, rating, attributes, image, nearest);
    }

    SearchItem with(@Nullable NearestHub hub) {
        return new SearchItem(
                id, sku, name, brand, category, price, listPrice, lowestPrice30d, rating, attributes, image, hub);
    }
}
