package io.nearstock.inventory.posting;

import static io.nearstock.chassis.web.Problems.refused;
import static io.nearstock.inventory.MovementKind.COUNTER_SALE;
import static java.util.stream.Collectors.toMap;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.Bucket;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.NamedSerials;
import io.nearstock.inventory.NamedUnits;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sales in a store that were not asked for before: the goods are gone, so they are never refused for want of stock. */
@RestController
final class CounterSaleController {

    private static final int SHORTAGES = 1000;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /**
     * What was sold.
     *
     * @param soldAt when, if it is only told now
     */
    record CounterSaleRequest(
            @NotBlank String hubId,
            @NotEmpty @Size(max = 1000) List<@Valid @NotNull SoldLine> lines,
            @Nullable Instant soldAt) {

        record SoldLine(
                @NotBlank @Size(max = 64) String sku,
                @Positive @Max(1_000_000) int quantity,
                @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> serials)
                implements NamedUnits {

            @AssertTrue(message = "a serial for each unit, once")
            boolean isEachUnitNamedOnce() {
                return namesEach(quantity);
            }
        }

        @AssertTrue(message = "each serial of a product once")
        boolean isEachSerialOnce() {
            return NamedUnits.namesOnce(lines);
        }

        /** The units whose serials somebody has read. */
        Map<Portion, List<String>> named() {
            return sold().stream()
                    .collect(toMap(
                            Function.identity(),
                            portion -> lines.stream()
                                    .filter(line -> line.sku().equals(portion.sku()))
                                    .flatMap(line -> line.numbers().stream())
                                    .toList()));
        }

        List<Portion> sold() {
            var sold = lines.stream()
                    .map(line -> new Line(line.sku(), line.quantity()))
                    .toList();
            return Portion.at(hubId, sold).stream().map(Portion::negated).toList();
        }
    }

    /**
     * A sale as it was booked.
     *
     * @param shortages rows that now owe more than they have
     */
    record CounterSaleView(String id, String hubId, List<Line> lines, List<ShortRow> shortages, Instant at) {}

    record ShortRow(String hubId, String sku, int missing) {

        static ShortRow of(StockRow row) {
            return new ShortRow(row.hubId(), row.sku(), -row.available());
        }
    }

    record Shortages(List<ShortRow> items) {}

    private final Post post;
    private final Hubs hubs;
    private final Stock stock;
    private final NamedSerials serials;
    private final BalanceLimits limits;
    private final Clock clock;

    CounterSaleController(Post post, Hubs hubs, Stock stock, NamedSerials serials, BalanceLimits limits, Clock clock) {
        this.post = post;
        this.hubs = hubs;
        this.stock = stock;
        this.serials = serials;
        this.limits = limits;
        this.clock = clock;
    }

    @Idempotent(prefix = "sal")
    @PostMapping("/api/stock/counter-sales")
    @Answers({"201", "409 serial_not_here", "422 unknown_hub sold_in_future balance_too_large"})
    ResponseEntity<?> sell(@Valid @RequestBody CounterSaleRequest request, ResourceId id, Caller caller) {
        hubs.named(request.hubId(), "/hubId");
        var at = request.soldAt() == null ? clock.instant() : request.soldAt();
        if (at.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            throw new UnmetRequestException(
                    UNPROCESSABLE_CONTENT, "sold_in_future", "/soldAt", "What is not sold yet is no sale.");
        }
        limits.check(request.sold());
        var cause = new Cause("counter_sale", id.value());
        var step =
                Step.of(id.value(), COUNTER_SALE, request.sold(), cause, caller.id(), "sold at " + at, clock.instant());
        var missing = serials.pick(request.named(), Bucket.AVAILABLE, step.owner());
        if (!missing.isEmpty()) {
            return refused(CONFLICT, "serial_not_here", "These are not there to be sold: " + missing);
        }
        post.post(step);
        var lines = step.portions().stream()
                .map(portion -> new Line(portion.sku(), -portion.quantity()))
                .toList();
        return ResponseEntity.status(CREATED)
                .body(new CounterSaleView(id.value(), request.hubId(), lines, missing(step), at));
    }

    private List<ShortRow> missing(Step step) {
        return stock.rows(step.rows()).stream()
                .filter(row -> row.available() < 0)
                .map(ShortRow::of)
                .toList();
    }

    /** Rows that somebody must look at: the longest standing first, the first thousand of them. */
    @GetMapping("/api/stock/shortages")
    Shortages shortages() {
        return new Shortages(stock.inShortage(SHORTAGES).stream()
                .filter(row -> row.owed() > 0) // some owe nothing any more, and have not come to rest yet
                .map(ShortRow::of)
                .toList());
    }
}
