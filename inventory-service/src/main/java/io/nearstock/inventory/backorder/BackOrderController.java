package io.nearstock.inventory.backorder;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.BackOrderTerms;
import io.nearstock.inventory.BackOrders;
import io.nearstock.inventory.BackOrders.Waiting;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class BackOrderController {

    /**
     * How a product may be sold before it comes; of one that was never there it is a pre-order.
     *
     * @param limit how many units may be owed at most; 0 ends it, and what is owed stays so
     * @param shipsOn the day from which they are promised to leave
     */
    record Terms(
            @NotBlank String hubId,
            @NotBlank @Size(max = 64) String sku,
            @PositiveOrZero @Max(1_000_000) int limit,
            @Nullable LocalDate shipsOn) {

        @AssertTrue(message = "a limit needs the day on which they leave")
        boolean isDated() {
            return limit == 0 || shipsOn != null;
        }

        @Nullable
        BackOrderTerms terms() {
            return limit == 0 || shipsOn == null ? null : new BackOrderTerms(limit, shipsOn);
        }
    }

    private final Stock stock;
    private final BackOrders backOrders;
    private final Hubs hubs;
    private final Clock clock;

    BackOrderController(Stock stock, BackOrders backOrders, Hubs hubs, Clock clock) {
        this.stock = stock;
        this.backOrders = backOrders;
        this.hubs = hubs;
        this.clock = clock;
    }

    @PostMapping("/api/stock/back-order-terms")
    @Answers({"200", "422 unknown_hub ships_in_past"})
    Terms allow(@Valid @RequestBody Terms terms) {
        hubs.named(terms.hubId(), "/hubId");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (terms.shipsOn() != null && terms.shipsOn().isBefore(today)) {
            throw new UnmetRequestException(
                    UNPROCESSABLE_CONTENT, "ships_in_past", "/shipsOn", "Nothing leaves on a day that is over.");
        }
        stock.backOrder(terms.sku(), terms.hubId(), terms.terms(), clock.instant());
        return terms;
    }

    /** Who waits for a product at a hub: whatever comes is for the first of them. */
    @GetMapping("/api/stock/back-orders")
    Page<Waiting> waiting(@RequestParam String sku, @RequestParam String hubId, PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        var all = backOrders.of(StockRow.id(sku, hubId));
        return Page.of(
                after(all, after).stream().limit(page.limit() + 1L).toList(), page, last -> Cursor.of(last.holdId()));
    }

    /** From the beginning again where that one is served by now: then nothing before it waits either. */
    private static List<Waiting> after(List<Waiting> all, String holdId) {
        for (var index = 0; index < all.size(); index++) {
            if (all.get(index).holdId().equals(holdId)) {
                return all.subList(index + 1, all.size());
            }
        }
        return all;
    }
}
