package io.nearstock.inventory.counting;

import static io.nearstock.chassis.web.Problems.refused;
import static java.util.stream.Collectors.toMap;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.CountedSerials;
import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockCount;
import io.nearstock.inventory.StockCount.Tally;
import io.nearstock.inventory.StockCounts;
import io.nearstock.inventory.StockRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class CountController {

    record Decision(@Nullable @Size(max = 200) String reason) {}

    /** What whoever counted is told: not what the book says, so that a second count is as blind as the first. */
    record Receipt(String id, String hubId, String status, int products, Instant at) {

        static Receipt of(StockCount count) {
            return new Receipt(
                    count.id(),
                    count.hubId(),
                    CountView.wireName(count),
                    count.tallies().size(),
                    count.at());
        }
    }

    private final StockCounts counts;
    private final Stock stock;
    private final CountedSerials serials;
    private final Hubs hubs;
    private final HoldSettings settings;
    private final Clock clock;

    CountController(
            StockCounts counts, Stock stock, CountedSerials serials, Hubs hubs, HoldSettings settings, Clock clock) {
        this.counts = counts;
        this.stock = stock;
        this.serials = serials;
        this.hubs = hubs;
        this.settings = settings;
        this.clock = clock;
    }

    @Idempotent(prefix = "cnt")
    @PostMapping("/api/stock/counts")
    @Answers({"201", "409 units_without_serials", "422 unknown_hub counted_twice"})
    ResponseEntity<Receipt> count(@Valid @RequestBody CountRequest request, ResourceId id, Caller caller) {
        hubs.named(request.hubId(), "/hubId");
        var counted =
                counts.add(StockCount.of(id.value(), request.hubId(), tallies(request), caller.id(), clock.instant()));
        return ResponseEntity.created(URI.create("/api/stock/counts/" + id.value()))
                .body(Receipt.of(counted));
    }

    private List<Tally> tallies(CountRequest request) {
        var rows = request.lines().stream()
                .map(line -> StockRow.id(line.sku(), request.hubId()))
                .toList();
        if (rows.stream().distinct().count() < rows.size()) {
            throw new UnmetRequestException(
                    UNPROCESSABLE_CONTENT, "counted_twice", "/lines", "Say of each product once how many there are.");
        }
        var book = stock.rows(rows).stream().collect(toMap(StockRow::sku, StockRow::onHand));
        return request.lines().stream()
                .map(line -> line.serials() == null
                        ? new Tally(line.sku(), line.counted(), book.getOrDefault(line.sku(), 0))
                        : serials.tally(line.sku(), request.hubId(), line.serials()))
                .toList();
    }

    @GetMapping("/api/stock/counts")
    Page<CountView> counts(PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        return Page.of(counts.after(after, page.limit() + 1), page, last -> Cursor.of(last.id()))
                .map(CountView::of);
    }

    @GetMapping("/api/stock/counts/{id}")
    CountView count(@PathVariable String id) {
        return CountView.of(find(id));
    }

    @Idempotent(prefix = "cna")
    @PostMapping("/api/stock/counts/{id}/approve")
    @Answers({"200", "409 count_not_open"})
    ResponseEntity<?> approve(@PathVariable String id, @Valid @RequestBody Decision decision, Caller caller) {
        return decide(find(id).approving(caller.id(), decision.reason(), clock.instant(), settings.lease()));
    }

    @Idempotent(prefix = "cnr")
    @PostMapping("/api/stock/counts/{id}/reject")
    @Answers({"200", "409 count_not_open"})
    ResponseEntity<?> reject(@PathVariable String id, @Valid @RequestBody Decision decision, Caller caller) {
        return decide(find(id).rejected(caller.id(), decision.reason()));
    }

    private ResponseEntity<?> decide(StockCount decided) {
        return counts.decide(decided)
                .<ResponseEntity<?>>map(count -> ResponseEntity.ok(CountView.of(count)))
                .orElseGet(() -> refused(CONFLICT, "count_not_open", "There is nothing to decide about this count."));
    }

    private StockCount find(String id) {
        return counts.find(id).orElseThrow(() -> new UnknownIdException(id));
    }
}
