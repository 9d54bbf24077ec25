package io.nearstock.inventory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Works out a supplier's score from its latest orders and its offers. */
@Component
public final class Scores {

    private static final int ORDERS = 500;
    private static final int OFFERS = 1000;

    private final PurchaseOrders orders;
    private final Suppliers suppliers;
    private final Clock clock;

    Scores(PurchaseOrders orders, Suppliers suppliers, Clock clock) {
        this.orders = orders;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    public Score of(String supplierId) {
        var own = suppliers.offers(supplierId, "", OFFERS);
        var everybodys = suppliers.offersOf(own.stream().map(Offer::sku).toList());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Score.of(orders.latest(supplierId, ORDERS), own, everybodys, today);
    }
}
