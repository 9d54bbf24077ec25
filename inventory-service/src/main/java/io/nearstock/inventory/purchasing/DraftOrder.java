package io.nearstock.inventory.purchasing;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.DeliveryTimes;
import io.nearstock.inventory.Offer;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.Suppliers;
import io.nearstock.inventory.purchasing.PurchaseRequest.WantedLine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes a draft at the supplier's prices of today. */
@Component
final class DraftOrder {

    private final Suppliers suppliers;
    private final DeliveryTimes times;
    private final PlanningSettings settings;
    private final Clock clock;

    DraftOrder(Suppliers suppliers, DeliveryTimes times, PlanningSettings settings, Clock clock) {
        this.suppliers = suppliers;
        this.times = times;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Prices what is wanted.
     *
     * @throws UnmetRequestException 422 where the supplier does not offer it so
     */
    PurchaseOrder draft(String id, PurchaseRequest request, String actor) {
        var lines = request.lines();
        var seen = new HashSet<String>();
        var items = IntStream.range(0, lines.size())
                .mapToObj(index -> {
                    var pointer = "/lines/" + index;
                    if (!seen.add(lines.get(index).sku())) {
                        throw unmet("line_repeated", pointer + "/sku", "Each product once.");
                    }
                    return item(request.supplierId(), lines.get(index), pointer);
                })
                .toList();
        if (items.stream().map(item -> item.unitCost().currency()).distinct().count() > 1) {
            throw unmet("currencies_mixed", "/lines", "One order is in one currency.");
        }
        return PurchaseOrder.draft(
                id, request.supplierId(), request.hubId(), items, request.terms(), actor, clock.instant());
    }

    private Item item(String supplierId, WantedLine line, String pointer) {
        var offer = suppliers
                .offer(supplierId, line.sku())
                .filter(found -> found.isValidOn(today()))
                .orElseThrow(() -> unmet("no_offer", pointer + "/sku", "The supplier does not offer this today."));
        if (line.quantity() < offer.minimumQuantity()) {
            throw unmet(
                    "below_minimum",
                    pointer + "/quantity",
                    "At least " + offer.minimumQuantity() + " units must be ordered.");
        }
        if (line.quantity() % offer.packSize() != 0) {
            throw unmet("not_whole_packs", pointer + "/quantity", "Units come in packs of " + offer.packSize() + ".");
        }
        return new Item(line.sku(), line.quantity(), offer.unitCost(), 0, 0);
    }

    /** The day by which all of it can be there; what is no longer offered takes as long as what nobody offers. */
    LocalDate expectedOn(PurchaseOrder order) {
        var days = order.items().stream()
                .map(item -> suppliers.offer(order.supplierId(), item.sku()))
                .mapToInt(offer -> offer.map(Offer::leadTimeDays).orElse(settings.leadTimeDays()))
                .max()
                .orElseThrow();
        return suppliers
                .find(order.supplierId())
                .map(supplier -> times.day(supplier, days))
                .orElseGet(() -> times.everyDay(days));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static UnmetRequestException unmet(String code, String pointer, String detail) {
        return new UnmetRequestException(UNPROCESSABLE_CONTENT, code, pointer, detail);
    }
}
