package io.nearstock.catalog.search;

import io.nearstock.catalog.MediaLink;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.RatingView;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A product in a list of results, or the variant of it that answers best.
 *
 * @param attributes a variant's options among them
 * @param variants how many of the product and its variants answer; left out where it has none
 */
record SearchItem(
        String id,
        String sku,
        @Nullable String variantOf,
        @Nullable Map<String, String> options,
        @Nullable Integer variants,
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
                product.variantOf(),
                details.options().isEmpty() ? null : new TreeMap<>(details.options()),
                null,
                details.name(),
                details.brand(),
                details.category(),
                details.price(),
                null,
                null,
                RatingView.of(product.rating()),
                new TreeMap<>(details.traits()),
                details.facts().media().stream().findFirst().map(MediaLink::url).orElse(null),
                null);
    }

    SearchItem at(Money now) {
        return new SearchItem(
                id,
                sku,
                variantOf,
                options,
                variants,
                name,
                brand,
                category,
                now,
                listPrice,
                lowestPrice30d,
                rating,
                attributes,
                image,
                nearest);
    }

    /** Of what a list says it is not known here whether it is less than before. */
    SearchItem listedAt(Money now) {
        return at(now).reducedFrom(null, null);
    }

    SearchItem rated(RatingView stars) {
        return new SearchItem(
                id,
                sku,
                variantOf,
                options,
                variants,
                name,
                brand,
                category,
                price,
                listPrice,
                lowestPrice30d,
                stars,
                attributes,
                image,
                nearest);
    }

    SearchItem reducedFrom(@Nullable Money list, @Nullable Money lowest) {
        return new SearchItem(
                id,
                sku,
                variantOf,
                options,
                variants,
                name,
                brand,
                category,
                price,
                list,
                lowest,
                rating,
                attributes,
                image,
                nearest);
    }

    SearchItem with(@Nullable NearestHub hub) {
        return new SearchItem(
                id,
                sku,
                variantOf,
                options,
                variants,
                name,
                brand,
                category,
                price,
                listPrice,
                lowestPrice30d,
                rating,
                attributes,
                image,
                hub);
    }

    SearchItem standingFor(@Nullable Integer found) {
        return found == null
                ? this
                : new SearchItem(
                        id,
                        sku,
                        variantOf,
                        options,
                        found,
                        name,
                        brand,
                        category,
                        price,
                        listPrice,
                        lowestPrice30d,
                        rating,
                        attributes,
                        image,
                        nearest);
    }
}
