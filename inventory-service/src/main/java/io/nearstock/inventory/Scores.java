package io.nearstock.inventory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Works out a supplier's score from its latest orders, its offers and what customers found. */
@Component
public final class Scores {

    private static final int ORDERS = 500;
    private static final int OFFERS = 1000;

    private final PurchaseOrders orders;
    private final Suppliers suppliers;
    private final QualityAlerts alerts;
    private final Clock clock;

    Scores(PurchaseOrders orders, Suppliers suppliers, QualityAlerts alerts, Clock clock) {
        this.orders = orders;
        this.suppliers = suppliers;
        this.alerts = alerts;
        this.clock = clock;
    }

    public Score of(String supplierId) {
        var own = suppliers.offers(supplierId, "", OFFERS);
        var everybodys = suppliers.offersOf(own.stream().map(Offer::sku).toList());
        var now = clock.instant();
        return Score.of(
                orders.latest(supplierId, ORDERS),
                own,
                everybodys,
                feedback(supplierId, Instant.EPOCH, now),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** What customers have found since. */
    public Feedback feedback(String supplierId, Instant since, Instant now) {
        var remembered = now.minus(Feedback.MEMORY);
        return Feedback.of(alerts.of(supplierId, since.isAfter(remembered) ? since : remembered), now);
    }
}
