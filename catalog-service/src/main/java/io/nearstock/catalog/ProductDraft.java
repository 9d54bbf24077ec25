package io.nearstock.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as staff write it, in a request or in a row of an import. Prices end at a hundred million.
 *
 * @param status null where it shall stay what it is, and be sold where it is new
 * @param options for a variant only, and there one at least
 */
public record ProductDraft(
        @NotBlank @Size(max = 64) @Pattern(regexp = "[^\\p{Cntrl}/@]*")
        String sku,

        @NotBlank @Size(max = 300) String name,
        @Size(max = 10_000) @Nullable String description,
        @Size(max = 100) @Nullable String brand,

        @NotBlank @Size(max = 200) @Pattern(regexp = "[^/\\p{Cntrl}]+(/[^/\\p{Cntrl}]+)*")
        String category,

        @NotNull @Valid Price price,

        @Size(max = 50) @Nullable
        Map<@Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String, @NotBlank @Size(max = 300) String> attributes,

        @Gtin @Nullable String gtin,
        @Size(max = 100) @Nullable String manufacturer,
        @Size(max = 50) @Nullable List<@NotNull @Valid MediaLink> media,
        @Valid @Nullable ReturnPolicy returnPolicy,
        @Valid @Nullable Storage storage,

        @Pattern(regexp = "draft|active|discontinued") @Nullable
        String status,

        @Size(max = 10) @Nullable
        Map<
                        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String,
                        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*") String>
                options) {

    public record Price(
            @Positive @Max(10_000_000_000L) long amount,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}

    public ProductDetails details() {
        var money = new Money(price.amount(), price.currency());
        return new ProductDetails(
                name,
                description,
                brand,
                category,
                money,
                attributes == null ? Map.of() : attributes,
                new ProductFacts(gtin, manufacturer, media == null ? List.of() : media, returnPolicy, storage),
                options == null ? Map.of() : options);
    }

    public static ProductDraft of(Product product) {
        var details = product.details();
        var price = new Price(details.price().amount(), details.price().currency());
        return new ProductDraft(
                product.sku(),
                details.name(),
                details.description(),
                details.brand(),
                details.category(),
                price,
                details.attributes(),
                details.facts().gtin(),
                details.facts().manufacturer(),
                details.facts().media(),
                details.facts().returnPolicy(),
                details.facts().storage(),
                product.status().wireName(),
                details.options().isEmpty() ? null : details.options());
    }

    /** What a variant of the product takes over from it, still without a SKU and options of its own. */
    public static ProductDraft inherited(Product product) {
        var all = of(product);
        return new ProductDraft(
                "",
                all.name,
                all.description,
                all.brand,
                all.category,
                all.price,
                all.attributes,
                null,
                all.manufacturer,
                all.media,
                all.returnPolicy,
                all.storage,
                product.status() == ProductStatus.DRAFT ? all.status : null,
                null);
    }
}
