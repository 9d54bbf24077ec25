package io.nearstock.inventory.waitlist;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.Watch;
import io.nearstock.inventory.Watches;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class WatchController {

    record WatchView(String id, String sku, Instant since) {

        static WatchView of(Watch watch) {
            return new WatchView(watch.id(), watch.sku(), watch.since());
        }
    }

    private final Watches watches;
    private final Stock stock;
    private final Clock clock;

    WatchController(Watches watches, Stock stock, Clock clock) {
        this.watches = watches;
        this.stock = stock;
        this.clock = clock;
    }

    /** A mail comes once, as soon as any hub has some; a product that nobody has had yet can be waited for too. */
    @Idempotent(prefix = "sub")
    @PostMapping("/api/stock/{sku}/subscriptions")
    @Answers({"201", "409 in_stock"})
    ResponseEntity<?> subscribe(@PathVariable String sku, ResourceId id, Caller caller) {
        if (isThere(sku)) {
            return refused(CONFLICT, "in_stock", "There is some: nobody needs to wait.");
        }
        var watch = watches.add(Watch.begun(id.value(), sku, caller.id(), clock.instant()));
        if (isThere(sku)) {
            // it came just before the watch began, and nobody may have seen the watch
            watches.tell(List.of(sku), clock.instant());
        }
        return ResponseEntity.status(CREATED).body(WatchView.of(watch));
    }

    @DeleteMapping("/api/stock/{sku}/subscriptions")
    @Answers({"204"})
    ResponseEntity<Void> unsubscribe(@PathVariable String sku, Caller caller) {
        if (!watches.end(sku, caller.id())) {
            throw new UnknownIdException(sku);
        }
        return ResponseEntity.noContent().build();
    }

    private boolean isThere(String sku) {
        return stock.of(List.of(sku)).stream().anyMatch(row -> row.available() > 0);
    }
}
