package io.nearstock.inventory.replenishment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.nearstock.inventory.DeliveryTimes;
import io.nearstock.inventory.Offer;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.Supplier;
import io.nearstock.inventory.Suppliers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who offers what today, of those that we may buy from, and how regularly they deliver. */
@Component
final class OfferBook {

    private static final int ORDERS_LOOKED_AT = 50;

    private record Supplied(String sku, SupplyOffer offer) {}

    private final Suppliers suppliers;
    private final PurchaseOrders orders;
    private final DeliveryTimes times;
    private final PlanningSettings settings;
    private final Clock clock;

    OfferBook(Suppliers suppliers, PurchaseOrders orders, DeliveryTimes times, PlanningSettings settings, Clock clock) {
        this.suppliers = suppliers;
        this.orders = orders;
        this.times = times;
        this.settings = settings;
        this.clock = clock;
    }

    /** By product; one that nobody offers is missing. */
    Map<String, List<SupplyOffer>> offersOf(Collection<String> skus) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var variations = new HashMap<String, Double>();
        var open = new HashMap<String, Optional<Supplier>>();
        return suppliers.offersOf(skus).stream()
                .filter(offer -> offer.isValidOn(today))
                .flatMap(offer -> open
                        .computeIfAbsent(offer.supplierId(), suppliers::toBuyFrom)
                        .map(supplier -> supply(offer, supplier, variations))
                        .stream())
                .collect(groupingBy(Supplied::sku, mapping(Supplied::offer, toList())));
    }

    private Supplied supply(Offer offer, Supplier supplier, Map<String, Double> variations) {
        var variation = variations.computeIfAbsent(supplier.id(), this::variation);
        return new Supplied(offer.sku(), SupplyOffer.of(offer, times.days(supplier, offer.leadTimeDays()), variation));
    }

    private double variation(String supplierId) {
        return LeadTimes.of(orders.latest(supplierId, ORDERS_LOOKED_AT))
                .variation()
                .orElse(settings.leadTimeVariation());
    }
}
