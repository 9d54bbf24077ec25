package io.nearstock.catalog.price;

import io.nearstock.catalog.ListPrice;
import io.nearstock.catalog.ListPrice.Tier;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a list says of a product, as staff write it; amounts are minor units of the list's currency. */
record ListPriceDraft(
        @NotBlank @Size(max = 64) String sku,
        @NotEmpty @Size(max = 20) List<@Valid @NotNull TierDraft> tiers) {

    record TierDraft(
            @Min(1) @Max(100_000) int from,
            @Positive @Max(10_000_000_000L) long amount) {

        Tier tier() {
            return new Tier(from, amount);
        }

        static TierDraft of(Tier tier) {
            return new TierDraft(tier.from(), tier.amount());
        }
    }

    /** Two prices from the same number on say nothing. */
    boolean isAmbiguous() {
        return tiers.stream().map(TierDraft::from).distinct().count() < tiers.size();
    }

    ListPrice price(String listId) {
        return ListPrice.of(listId, sku, tiers.stream().map(TierDraft::tier).toList());
    }

    static ListPriceDraft of(ListPrice price) {
        return new ListPriceDraft(
                price.sku(), price.tiers().stream().map(TierDraft::of).toList());
    }
}
