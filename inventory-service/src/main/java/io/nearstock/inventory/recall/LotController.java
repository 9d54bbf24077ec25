package io.nearstock.inventory.recall;

import static io.nearstock.inventory.MovementKind.QUARANTINE;
import static java.util.stream.Collectors.toMap;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.LotBook;
import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.Pick;
import io.nearstock.inventory.Pick.Part;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Posting;
import io.nearstock.inventory.Recipients;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnits;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.recall.RecallView.Quarantined;
import io.nearstock.inventory.recall.RecallView.TakenView;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class LotController {

    record LotsView(String sku, List<LotView> lots) {}

    /**
     * A lot in a hub.
     *
     * @param left what is there, with what came back
     * @param aside true for what came back and could not be sold; a lot may have some of either kind
     */
    record LotView(
            String hubId,
            String lot,
            @Nullable LocalDate expiresOn,
            @Nullable String supplierId,
            int received,
            int left,
            boolean recalled,
            boolean aside) {

        static LotView of(String hubId, Lot lot) {
            return new LotView(
                    hubId,
                    lot.lot(),
                    lot.expiresOn(),
                    lot.supplierId(),
                    lot.received(),
                    lot.left(),
                    lot.blocked(),
                    lot.isAside());
        }
    }

    private final Lots lots;
    private final SerialUnits units;
    private final RecallSerials serials;
    private final Recipients recipients;
    private final Stock stock;
    private final Post post;
    private final Clock clock;

    LotController(
            Lots lots,
            SerialUnits units,
            RecallSerials serials,
            Recipients recipients,
            Stock stock,
            Post post,
            Clock clock) {
        this.lots = lots;
        this.units = units;
        this.serials = serials;
        this.recipients = recipients;
        this.stock = stock;
        this.post = post;
        this.clock = clock;
    }

    @GetMapping("/api/stock/{sku}/lots")
    LotsView lots(@PathVariable String sku) {
        var books = lots.of(sku);
        if (books.isEmpty()) {
            throw new UnknownIdException(sku);
        }
        return new LotsView(
                sku,
                books.stream()
                        .flatMap(book -> book.lots().stream().map(lot -> LotView.of(book.hubId(), lot)))
                        .toList());
    }

    /** Keeps apart what is left of it, as far as nobody holds it, and tells who got the rest. */
    @Idempotent(prefix = "rec")
    @PostMapping("/api/stock/recalls")
    @Answers({"200", "404 not_found"})
    RecallView recall(@Valid @RequestBody RecallRequest request, ResourceId id, Caller caller) {
        var lot = request.lot();
        return lot == null ? serials.recall(request, id.value(), caller) : recall(request, lot, id, caller);
    }

    private RecallView recall(RecallRequest request, String lot, ResourceId id, Caller caller) {
        var books = lots.of(request.sku()).stream()
                .filter(book -> book.lots().stream().anyMatch(each -> each.lot().equals(lot)))
                .toList();
        if (books.isEmpty()) {
            throw new UnknownIdException(lot);
        }
        lots.block(request.sku(), lot);
        var rows = stock.rows(books.stream().map(LotBook::id).toList()).stream()
                .collect(toMap(StockRow::id, StockRow::available));
        var quarantined = books.stream()
                .map(book -> quarantine(book, rows.getOrDefault(book.id(), 0), request, lot, id.value(), caller))
                .toList();
        var taken = lots.picksOf(request.sku(), lot).stream()
                .map(pick -> taken(pick, lot))
                .filter(view -> view.quantity() > 0)
                .toList();
        return new RecallView(id.value(), request.sku(), lot, quarantined, taken);
    }

    private Quarantined quarantine(
            LotBook book, int available, RecallRequest request, String lot, String id, Caller caller) {
        var left = book.left(lot);
        var units = Math.max(0, Math.min(book.sellable(lot), available));
        if (units == 0) {
            return new Quarantined(book.hubId(), left, 0);
        }
        var step = Step.of(
                id + "." + book.hubId(),
                QUARANTINE,
                List.of(new Portion(book.sku(), book.hubId(), units)),
                new Cause("recall", id),
                caller.id(),
                request.reason(),
                clock.instant());
        var posting = post.post(step, null);
        var kept = posting.step().portions().getFirst().quantity();
        return new Quarantined(book.hubId(), left, isAccepted(posting) ? kept : 0);
    }

    private static boolean isAccepted(Posting posting) {
        return posting.status() == Posting.Status.ACCEPTED;
    }

    private TakenView taken(Pick pick, String lot) {
        var units = pick.out().stream()
                .filter(part -> part.lot().equals(lot))
                .mapToInt(Part::quantity)
                .sum();
        var serials = units(pick, lot).stream().map(SerialUnit::serial).toList();
        return new TakenView(pick.hubId(), units, serials, pick.cause(), recipients.orderOf(pick), pick.at());
    }

    private List<SerialUnit> units(Pick pick, String lot) {
        return units.takenBy(pick).stream()
                .filter(unit -> lot.equals(unit.lot()))
                .toList();
    }
}
