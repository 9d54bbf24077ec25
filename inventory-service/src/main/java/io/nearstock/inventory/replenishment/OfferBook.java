package io.nearstock.inventory.replenishment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.nearstock.inventory.Offer;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.Suppliers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who offers what today, of those that we may buy from, and how regularly they deliver. */
@Component
final class OfferBook {

    private static final int ORDERS_LOOKED_AT = 50;

    private final Suppliers suppliers;
    private final PurchaseOrders orders;
    private final PlanningSettings settings;
    private final Clock clock;

    OfferBook(Suppliers suppliers, PurchaseOrders orders, PlanningSettings settings, Clock clock) {
        this.suppliers = suppliers;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /** By product; one that nobody offers is missing. */
    Map<String, List<SupplyOffer>> offersOf(Collection<String> skus) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var variations = new HashMap<String, Double>();
        var open = new HashMap<String, Boolean>();
        return suppliers.offersOf(skus).stream()
                .filter(offer -> offer.isValidOn(today))
                .filter(offer -> open.computeIfAbsent(offer.supplierId(), this::isOneToBuyFrom))
                .collect(groupingBy(
                        Offer::sku,
                        mapping(
                                offer -> SupplyOffer.of(
                                        offer, variations.computeIfAbsent(offer.supplierId(), this::variation)),
                                toList())));
    }

    private boolean isOneToBuyFrom(String supplierId) {
        return suppliers
                .find(supplierId)
                .filter(supplier -> supplier.suspended() == null)
                .isPresent();
    }

    private double variation(String supplierId) {
        return LeadTimes.of(orders.latest(supplierId, ORDERS_LOOKED_AT))
                .variation()
                .orElse(settings.leadTimeVariation());
    }
}
