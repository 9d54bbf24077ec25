package io.nearstock.inventory.transfer;

import static io.nearstock.chassis.web.Problems.refused;
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
import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Transfer;
import io.nearstock.inventory.Transfer.Load;
import io.nearstock.inventory.Transfer.Status;
import io.nearstock.inventory.Transfers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class TransferController {

    record TransferRequest(
            @NotBlank String fromHubId,
            @NotBlank String toHubId,
            @NotEmpty @Size(max = 1000) List<@Valid @NotNull TransferLine> lines,
            @Nullable @Size(max = 200) String reason) {

        record TransferLine(
                @NotBlank @Size(max = 64) String sku,
                @Positive @Max(1_000_000) int quantity) {}

        List<Line> wanted() {
            return lines.stream()
                    .map(line -> new Line(line.sku(), line.quantity()))
                    .toList();
        }
    }

    /**
     * What came.
     *
     * @param lines each product that was sent; missing where everything came as it was sent
     */
    record ArrivalRequest(
            @Nullable @Size(min = 1, max = 1000) List<@Valid @NotNull ArrivedLine> lines) {

        record ArrivedLine(
                @NotBlank @Size(max = 64) String sku,
                @PositiveOrZero @Max(1_000_000) int received,
                @Nullable @Size(max = 200) String explanation) {}
    }

    private final Transfers transfers;
    private final Hubs hubs;
    private final HoldSettings settings;
    private final Clock clock;

    TransferController(Transfers transfers, Hubs hubs, HoldSettings settings, Clock clock) {
        this.transfers = transfers;
        this.hubs = hubs;
        this.settings = settings;
        this.clock = clock;
    }

    @Idempotent(prefix = "trf")
    @PostMapping("/api/stock/transfers")
    @Answers({"201", "409 insufficient_stock", "422 unknown_hub same_hub"})
    ResponseEntity<?> dispatch(@Valid @RequestBody TransferRequest request, ResourceId id, Caller caller) {
        hubs.named(request.fromHubId(), "/fromHubId");
        hubs.named(request.toHubId(), "/toHubId");
        if (request.fromHubId().equals(request.toHubId())) {
            throw unmet("same_hub", "/toHubId", "Stock that stays is no transfer.");
        }
        var sent = transfers.dispatch(Transfer.asked(
                id.value(),
                request.fromHubId(),
                request.toHubId(),
                request.wanted(),
                caller.id(),
                request.reason(),
                clock.instant(),
                settings.lease()));
        return sent.status() == Status.REFUSED
                ? refused(CONFLICT, "insufficient_stock", "The hub has not enough of everything.")
                : ResponseEntity.created(URI.create("/api/stock/transfers/" + id.value()))
                        .body(TransferView.of(sent));
    }

    @GetMapping("/api/stock/transfers")
    Page<TransferView> transfers(PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        return Page.of(transfers.after(after, page.limit() + 1), page, last -> Cursor.of(last.id()))
                .map(TransferView::of);
    }

    @GetMapping("/api/stock/transfers/{id}")
    TransferView transfer(@PathVariable String id) {
        return TransferView.of(find(id));
    }

    @Idempotent(prefix = "trr")
    @PostMapping("/api/stock/transfers/{id}/receive")
    @Answers({"200", "409 transfer_not_dispatched", "422 not_sent difference_unexplained line_missing"})
    ResponseEntity<?> receive(@PathVariable String id, @Valid @RequestBody ArrivalRequest request, Caller caller) {
        var transfer = find(id);
        var loads = arrived(transfer, request);
        var receiving = transfer.receiving(loads, caller.id(), clock.instant(), settings.lease());
        return transfers
                .receive(receiving)
                .<ResponseEntity<?>>map(received -> ResponseEntity.ok(TransferView.of(received)))
                .orElseGet(() ->
                        refused(CONFLICT, "transfer_not_dispatched", "This transfer is not on its way any more."));
    }

    private Transfer find(String id) {
        return transfers.find(id).orElseThrow(() -> new UnknownIdException(id));
    }

    private static List<Load> arrived(Transfer transfer, ArrivalRequest request) {
        var lines = request.lines();
        if (lines == null) {
            return transfer.loads().stream()
                    .map(load -> new Load(load.sku(), load.dispatched(), load.dispatched(), null))
                    .toList();
        }
        var sent = new HashMap<String, Load>();
        transfer.loads().forEach(load -> sent.put(load.sku(), load));
        var arrived = IntStream.range(0, lines.size())
                .mapToObj(index -> arrived(sent, lines.get(index), "/lines/" + index))
                .toList();
        if (!sent.isEmpty()) {
            throw unmet("line_missing", "/lines", "Say of each product that was sent how many came, once.");
        }
        return arrived;
    }

    private static Load arrived(Map<String, Load> sent, ArrivalRequest.ArrivedLine line, String pointer) {
        var load = sent.remove(line.sku());
        if (load == null) {
            throw unmet("not_sent", pointer + "/sku", "This was not sent, or is said twice.");
        }
        var arrived = new Load(line.sku(), load.dispatched(), line.received(), line.explanation());
        if (arrived.differs()
                && (line.explanation() == null || line.explanation().isBlank())) {
            throw unmet("difference_unexplained", pointer + "/explanation", "Another number was sent: say why.");
        }
        return arrived;
    }

    private static UnmetRequestException unmet(String code, String pointer, String detail) {
        return new UnmetRequestException(UNPROCESSABLE_CONTENT, code, pointer, detail);
    }
}
