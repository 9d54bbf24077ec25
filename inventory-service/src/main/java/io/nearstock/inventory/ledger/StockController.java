package io.nearstock.inventory.ledger;

import static java.util.stream.Collectors.toMap;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.Ledger;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.Movement;
import io.nearstock.inventory.Pick;
import io.nearstock.inventory.Pick.Part;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class StockController {

    record StockView(String sku, List<HubStock> hubs) {}

    record HubStock(
            String hubId,
            int onHand,
            int available,
            int allocated,
            int incoming,
            int damaged,
            int quarantined,
            int safetyStock,
            @Nullable Integer reorderPoint) {

        static HubStock of(StockRow row) {
            return new HubStock(
                    row.hubId(),
                    row.onHand(),
                    row.available(),
                    row.allocated(),
                    row.incoming(),
                    row.damaged(),
                    row.quarantined(),
                    row.safety(),
                    row.reorderPoint());
        }
    }

    /**
     * A movement.
     *
     * @param lots which lots left, or are back; null where none is known to have
     */
    record MovementView(
            String id,
            Instant at,
            String hubId,
            String kind,
            int quantity,
            Cause cause,
            @Nullable String actor,
            @Nullable String reason,
            @Nullable List<MovedLot> lots) {

        static MovementView of(Movement movement, Map<String, Pick> picks) {
            var pick = picks.get(movement.id());
            return new MovementView(
                    movement.id(),
                    movement.at(),
                    movement.hubId(),
                    movement.kind().wireName(),
                    movement.quantity(),
                    movement.cause(),
                    movement.actor(),
                    movement.reason(),
                    pick == null
                            ? null
                            : pick.parts().stream().map(MovedLot::of).toList());
        }
    }

    /**
     * So many units of a lot.
     *
     * @param quantity signed as they came or went
     */
    record MovedLot(String lot, int quantity) {

        static MovedLot of(Part part) {
            return new MovedLot(part.lot(), -part.quantity());
        }
    }

    private final Stock stock;
    private final Ledger ledger;
    private final Lots lots;
    private final Audit audit;
    private final AuditSettings settings;

    StockController(Stock stock, Ledger ledger, Lots lots, Audit audit, AuditSettings settings) {
        this.stock = stock;
        this.ledger = ledger;
        this.lots = lots;
        this.audit = audit;
        this.settings = settings;
    }

    @GetMapping("/api/stock/{sku}")
    StockView stock(@PathVariable String sku) {
        var hubs = stock.of(List.of(sku)).stream()
                .map(HubStock::of)
                .sorted(Comparator.comparing(HubStock::hubId))
                .toList();
        if (hubs.isEmpty()) {
            throw new UnknownIdException(sku);
        }
        return new StockView(sku, hubs);
    }

    /** The latest first. A change is here within a second of having happened. */
    @GetMapping("/api/stock/{sku}/movements")
    Page<MovementView> movements(@PathVariable String sku, PageRequest page) {
        var end = page.cursor().map(cursor -> cursor.parts(2)).orElse(List.of());
        var before = end.isEmpty() ? null : instant(end.getFirst());
        var found = ledger.of(sku, before, end.isEmpty() ? "" : end.getLast(), page.limit() + 1);
        var picks = lots.picksBy(sku, found.stream().map(Movement::id).toList()).stream()
                .collect(toMap(Pick::id, Function.identity()));
        return Page.of(found, page, last -> Cursor.of(last.at().toString(), last.id()))
                .map(movement -> MovementView.of(movement, picks));
    }

    private static Instant instant(String part) {
        try {
            return Instant.ofEpochMilli(Instant.parse(part).toEpochMilli());
        } catch (DateTimeParseException | ArithmeticException _) {
            throw Cursor.malformed();
        }
    }

    /**
     * Whether the ledger replays to the balances, row by row: of {@code limit} rows at most, else of as many as there is time for.
     * {@code nextCursor} goes on where it stopped; once it is null every row was looked at.
     */
    @GetMapping("/api/stock/audit")
    @Answers({"200", "400 invalid_cursor invalid_limit"})
    AuditReport audit(@RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        if (limit != null && limit < 1) {
            throw new UnmetRequestException(BAD_REQUEST, "invalid_limit", "limit", "Give a number from 1 on.");
        }
        var after = cursor == null ? "" : Cursor.parse(cursor).parts(1).getFirst();
        var most = limit == null ? Integer.MAX_VALUE : limit;
        var end = System.nanoTime() + settings.answer().toNanos();
        return audit.part(after, most, () -> System.nanoTime() > end);
    }
}
