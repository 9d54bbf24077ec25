package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Products;
import io.nearstock.catalog.quality.watch.QualityView.AlertView;
import io.nearstock.chassis.security.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final ReturnRates returns;
    private final WatchSettings settings;

    QualityController(
            Products products,
            Readings readings,
            Watches watches,
            UsualShares usual,
            ReturnRates returns,
            WatchSettings settings) {
        this.products = products;
        this.readings = readings;
        this.watches = watches;
        this.usual = usual;
        this.returns = returns;
        this.settings = settings;
    }

    /** Of lots and suppliers staff with the scope {@code catalog} hear, and each supplier of its own. */
    @GetMapping("/api/products/{id}/quality")
    QualityView quality(@PathVariable String id, @Nullable Caller caller) {
        var product = products.sold(id);
        var watch = watches.of(Subject.product(id));
        return QualityView.of(
                product,
                readings.latest(id, LATEST),
                watch,
                alerts(watch, caller),
                returns.of(product.sku()),
                usual.in(product.details().category()),
                settings.betweenFalseAlarms());
    }

    private List<AlertView> alerts(Watch watch, @Nullable Caller caller) {
        var audience = new Audience(caller);
        var parts = watches.within(watch.id()).stream().filter(part -> audience.hears(part.subject()));
        return Stream.concat(Stream.of(watch), parts)
                .flatMap(each -> each.alerts().stream())
                .sorted(Comparator.comparing(Alert::raisedAt).reversed())
                .map(audience::shown)
                .toList();
    }
}
