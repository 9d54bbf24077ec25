package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Products;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What customers' feedback says of a product, for everybody. */
@RestController
final class QualityController {

    /** Aspects are of so many of the newest reviews. */
    private static final int LATEST = 500;

    private final Products products;
    private final Readings readings;
    private final Watches watches;
    private final UsualShares usual;
    private final WatchSettings settings;

    QualityController(
            Products products, Readings readings, Watches watches, UsualShares usual, WatchSettings settings) {
        this.products = products;
        this.readings = readings;
        this.watches = watches;
        this.usual = usual;
        this.settings = settings;
    }

    @GetMapping("/api/products/{id}/quality")
    QualityView quality(@PathVariable String id) {
        var product = products.sold(id);
        return QualityView.of(
                product,
                readings.latest(id, LATEST),
                watches.of(id),
                usual.in(product.details().category()),
                settings.betweenFalseAlarms());
    }
}
