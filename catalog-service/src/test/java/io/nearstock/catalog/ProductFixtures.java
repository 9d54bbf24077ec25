package io.nearstock.catalog;

import io.nearstock.catalog.Transition.Progress;
import java.time.Instant;
import java.util.Map;

public final class ProductFixtures {

    public static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private ProductFixtures() {}

    public static ProductDetails holder() {
        return new ProductDetails(
                "White hanging heart T-light holder",
                null,
                "Heartwood",
                "home/candles",
                new Money(255, "GBP"),
                Map.of("colour", "white"));
    }

    public static Edit by(Instant at) {
        return Edit.by("acc_staff", at);
    }

    /** The product that the contracts speak of. */
    public static Progress offeredHolder() {
        return Product.offer("prd_01jd3k8e5q7x2m9v4c6b8n0t1w", "85123A", holder(), by(NOW));
    }

    public static Progress offeredLantern() {
        var details =
                new ProductDetails("White metal lantern", null, null, "home/lamps", new Money(339, "GBP"), Map.of());
        return Product.offer("prd_01jd3k8e5q7x2m9v4c6b8n0t1x", "71053", details, by(NOW));
    }

    /** It has run for long and goes on; for everybody. */
    public static PriceList listIn(String currency, String id) {
        return new PriceList(id, currency, null, currency, Instant.EPOCH, null, 0, NOW, NOW, 1);
    }

    public static Progress offered(String id, String sku, String name, String category, long pence) {
        var details = new ProductDetails(name, null, null, category, new Money(pence, "GBP"), Map.of());
        return Product.offer(id, sku, details, by(NOW));
    }
}
