package io.nearstock.inventory.supplier;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.inventory.QualityAlert;
import io.nearstock.inventory.QualityAlerts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What customers find bad counts against whoever supplied it, where that is known. */
@Configuration(proxyBeanMethods = false)
class AlertListener {

    record Raised(
            String alertId,
            String sku,
            @Nullable String aspect,
            @Nullable String lot,
            @Nullable String supplierId,
            Instant at) {}

    record Closed(String alertId, String because) {

        boolean isMistaken() {
            return because.equals("mistaken");
        }
    }

    private final QualityAlerts alerts;
    private final Suspend suspend;

    AlertListener(QualityAlerts alerts, Suspend suspend) {
        this.alerts = alerts;
        this.suspend = suspend;
    }

    @Bean
    Subscription complaints() {
        return Subscription.to("catalog.quality")
                .on("quality.alert", this::on)
                .on("quality.alert_closed", this::onClosed);
    }

    void on(Event event) {
        var raised = event.as(Raised.class);
        var supplierId = raised.supplierId();
        if (supplierId != null) {
            alerts.add(new QualityAlert(
                    raised.alertId(), supplierId, raised.sku(), raised.lot(), raised.aspect(), raised.at()));
            suspend.whoDeliversBadly(supplierId);
        }
    }

    /** One that is over for another reason was right, and fades as it does. */
    void onClosed(Event event) {
        var closed = event.as(Closed.class);
        if (closed.isMistaken()) {
            alerts.withdraw(closed.alertId());
        }
    }
}
