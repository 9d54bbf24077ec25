package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Origin;
import io.nearstock.catalog.quality.watch.QualityView.AlertView;
import io.nearstock.chassis.security.Caller;
import org.jspecify.annotations.Nullable;

/** Whoever asks: staff hear whose goods turned bad, a supplier hears it of its own, everybody else of the product alone. */
final class Audience {

    private final boolean isStaff;
    private final @Nullable String supplierId;

    Audience(@Nullable Caller caller) {
        this.isStaff = caller != null && caller.isStaffFor("catalog");
        this.supplierId = caller == null ? null : caller.supplierId();
    }

    boolean hears(Subject subject) {
        return subject.isProduct() || mayKnow(subject.supplierId());
    }

    AlertView shown(Alert alert) {
        var origin = mayKnow(alert.supplierId()) ? new Origin(alert.lot(), alert.supplierId()) : Origin.UNKNOWN;
        return AlertView.of(alert, origin, isStaff);
    }

    private boolean mayKnow(@Nullable String whose) {
        return isStaff || (supplierId != null && supplierId.equals(whose));
    }
}
