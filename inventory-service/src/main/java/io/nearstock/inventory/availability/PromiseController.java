package io.nearstock.inventory.availability;

import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.availability.Expected.Arrival;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Available to promise (ATP): what is there and what suppliers have promised for then or before, less what is owed. */
@RestController
final class PromiseController {

    record PromiseView(String sku, LocalDate on, long total, List<HubPromise> hubs) {}

    /**
     * One hub.
     *
     * @param available below zero by what is owed: later commitments come off what is promised
     * @param backOrdered units that were sold before they came
     * @param availableToPromise below zero where more was sold over the counter than will be there by then
     */
    record HubPromise(String hubId, int available, int backOrdered, int incoming, int availableToPromise) {}

    private final Stock stock;
    private final Expected expected;

    PromiseController(Stock stock, Expected expected) {
        this.stock = stock;
        this.expected = expected;
    }

    @GetMapping("/api/stock/{sku}/atp")
    PromiseView promise(@PathVariable String sku, @RequestParam LocalDate on) {
        var hubs = stock.of(List.of(sku)).stream()
                .map(row -> promise(row, on))
                .sorted(Comparator.comparing(HubPromise::hubId))
                .toList();
        if (hubs.isEmpty()) {
            throw new UnknownIdException(sku);
        }
        return new PromiseView(
                sku, on, hubs.stream().mapToLong(HubPromise::availableToPromise).sum(), hubs);
    }

    private HubPromise promise(StockRow row, LocalDate on) {
        var incoming = expected.at(row.sku(), row.hubId()).stream()
                .filter(arrival -> !arrival.on().isAfter(on))
                .mapToInt(Arrival::quantity)
                .sum();
        return new HubPromise(row.hubId(), row.available(), row.owed(), incoming, row.available() + incoming);
    }
}
