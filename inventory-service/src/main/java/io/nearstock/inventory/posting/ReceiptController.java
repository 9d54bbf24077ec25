package io.nearstock.inventory.posting;

import static io.nearstock.chassis.web.Problems.refused;
import static io.nearstock.inventory.MovementKind.RECEIPT;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.NamedUnits;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Posting.Consignment;
import io.nearstock.inventory.SerialClaims;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnit.Claim;
import io.nearstock.inventory.SerialUnit.Source;
import io.nearstock.inventory.Step;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ReceiptController {

    record ReceiptRequest(
            @NotBlank String hubId,
            @NotEmpty @Size(max = 10_000) List<@Valid @NotNull ReceiptLine> lines,
            @Nullable @Size(max = 200) String reason) {

        record ReceiptLine(
                @NotBlank @Size(max = 64) String sku,
                @Positive @Max(1_000_000) int quantity,
                @Nullable @Size(min = 1, max = 64) String lot,
                @Nullable LocalDate expiresOn,
                @Nullable @Size(min = 1, max = 60) String supplierId,
                @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> serials)
                implements NamedUnits {

            @AssertTrue(message = "a serial for each unit, once")
            boolean isEachUnitNamedOnce() {
                return namesEach(quantity);
            }

            private Stream<SerialUnit> units(String hubId, String id, Instant now) {
                var claim = new Claim(id, new Source(lot, supplierId, null, false), now);
                return numbers().stream().map(serial -> SerialUnit.coming(sku, serial, hubId, claim));
            }

            @AssertTrue(message = "only a lot expires or has a supplier")
            boolean isLotWhereItSaysSo() {
                return lot != null || (expiresOn == null && supplierId == null);
            }
        }

        List<SerialUnit> units(String id, Instant now) {
            return lines.stream().flatMap(line -> line.units(hubId, id, now)).toList();
        }

        @AssertTrue(message = "each serial of a product once")
        boolean isEachSerialOnce() {
            return NamedUnits.namesOnce(lines);
        }

        /** Lines of one lot are one consignment. */
        List<Consignment> consignments() {
            var total = new LinkedHashMap<Consignment, Integer>();
            for (var line : lines) {
                var lot = line.lot();
                if (lot != null) {
                    var none = new Consignment(line.sku(), lot, line.expiresOn(), line.supplierId(), 0);
                    total.merge(none, line.quantity(), Math::addExact);
                }
            }
            return total.entrySet().stream()
                    .map(each -> each.getKey().of(each.getValue()))
                    .toList();
        }

        void refuseExpired(LocalDate today) {
            for (var index = 0; index < lines.size(); index++) {
                var expiresOn = lines.get(index).expiresOn();
                if (expiresOn != null && expiresOn.isBefore(today)) {
                    throw new UnmetRequestException(
                            UNPROCESSABLE_CONTENT, "lot_expired", "/lines/" + index + "/expiresOn", "It has expired.");
                }
            }
        }

        List<Portion> portions() {
            return Portion.at(
                    hubId,
                    lines.stream()
                            .map(line -> new Line(line.sku(), line.quantity()))
                            .toList());
        }
    }

    /**
     * What was received.
     *
     * @param products how many different ones
     */
    record ReceiptView(
            String id,
            String hubId,
            int products,
            long units,
            @Nullable String reason,
            Instant at) {

        static ReceiptView of(String hubId, Step step) {
            var units = step.portions().stream().mapToLong(Portion::quantity).sum();
            return new ReceiptView(step.id(), hubId, step.portions().size(), units, step.reason(), step.at());
        }
    }

    private final Post post;
    private final Hubs hubs;
    private final SerialClaims serials;
    private final BalanceLimits limits;
    private final Clock clock;

    ReceiptController(Post post, Hubs hubs, SerialClaims serials, BalanceLimits limits, Clock clock) {
        this.post = post;
        this.hubs = hubs;
        this.serials = serials;
        this.limits = limits;
        this.clock = clock;
    }

    @Idempotent(prefix = "rcp")
    @PostMapping("/api/stock/receipts")
    @Answers({"201", "409 serial_known", "422 unknown_hub lot_expired balance_too_large"})
    ResponseEntity<?> receive(@Valid @RequestBody ReceiptRequest request, ResourceId id, Caller caller) {
        hubs.named(request.hubId(), "/hubId");
        request.refuseExpired(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        limits.check(request.portions());
        var known = serials.receive(request.units(id.value(), clock.instant()));
        if (!known.isEmpty()) {
            return refused(CONFLICT, "serial_known", SerialClaims.known(known));
        }
        var cause = new Cause("receipt", id.value());
        var step = new Step(
                id.value(),
                id.value(),
                RECEIPT,
                request.portions(),
                cause,
                caller.id(),
                request.reason(),
                clock.instant());
        var received = post.receive(step, request.consignments()).step();
        return ResponseEntity.status(CREATED).body(ReceiptView.of(request.hubId(), received));
    }
}
