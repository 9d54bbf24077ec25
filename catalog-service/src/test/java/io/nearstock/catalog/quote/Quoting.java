package io.nearstock.catalog.quote;

import io.nearstock.catalog.Allowances;
import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.PriceLists;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Promotions;
import io.nearstock.catalog.RedemptionSettings;
import io.nearstock.catalog.Redemptions;
import io.nearstock.catalog.Segments;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.Priced;
import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import java.time.Clock;
import java.util.List;

/** The holding of uses for tests in other packages. */
public final class Quoting {

    private final HoldUses holdUses;

    public Quoting(
            Products products,
            Promotions promotions,
            PriceLists priceLists,
            Segments segments,
            Allowances allowances,
            Redemptions redemptions,
            CatalogSettings settings,
            RedemptionSettings redemption,
            Clock clock) {
        var quoteBasket = new QuoteBasket(products, promotions, priceLists, segments, allowances, settings, clock);
        holdUses = new HoldUses(quoteBasket, redemptions, allowances, redemption, clock);
    }

    /** Whether the caller is told that uses are held for it; of a quote for one unit of a product. */
    public boolean hold(String id, String customer, String sku) {
        var inquiry = new Inquiry(List.of(new Wanted(sku, 1)), null, customer, null);
        return holdUses.hold(id, customer, inquiry) instanceof Priced priced && priced.heldUntil() != null;
    }
}
