package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Products;
import io.nearstock.catalog.quality.watch.Alert.Closing;
import io.nearstock.catalog.quality.watch.QualityView.AlertView;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.UnknownIdException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What customers' feedback says of a product, for everybody. */
@RestController
final class QualityController {

    /** Aspects are of so many of the newest reviews. */
    private static final int LATEST = 500;

    /**
     * That an alert is over.
     *
     * @param because {@code resolved}: the goods are in order again; {@code mistaken}: they always were, so it counts against
     *     nobody
     */
    record ClosingRequest(
            @NotBlank @Size(max = 300) String alertId,
            @NotNull @Pattern(regexp = "resolved|mistaken") String because,
            @NotBlank @Size(max = 200) String reason) {}

    private final Products products;
    private final Readings readings;
    private final Watches watches;
    private final UsualShares usual;
    private final ReturnRates returns;
    private final WatchSettings settings;
    private final CloseAlert closeAlert;

    QualityController(
            Products products,
            Readings readings,
            Watches watches,
            UsualShares usual,
            ReturnRates returns,
            WatchSettings settings,
            CloseAlert closeAlert) {
        this.products = products;
        this.readings = readings;
        this.watches = watches;
        this.usual = usual;
        this.returns = returns;
        this.settings = settings;
        this.closeAlert = closeAlert;
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

    /** Closes an open alert; one that is closed stays as it is. */
    @Idempotent(prefix = "qcl")
    @PostMapping("/api/products/{id}/quality/closings")
    @Answers({"200", "404 not_found"})
    AlertView close(@PathVariable String id, @Valid @RequestBody ClosingRequest request, Caller caller) {
        var product = products.find(id).orElseThrow(() -> new UnknownIdException(id));
        var closing = new Closing(request.because(), request.reason(), caller.id());
        return new Audience(caller).shown(closeAlert.close(product, request.alertId(), closing));
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
