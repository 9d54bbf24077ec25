package io.nearstock.inventory.sourcing;

import io.nearstock.inventory.GeoPoint;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Plan;
import io.nearstock.inventory.Planner;
import io.nearstock.inventory.Shipment;
import io.nearstock.inventory.Shortage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells how an order would be sent. Nothing is held, and nothing is stored: it may be asked again and again. */
@RestController
final class SourcingPlanController {

    record PlanRequest(
            @NotEmpty @Size(max = 200) List<@Valid @NotNull RequestLine> lines,
            @NotNull @Valid GeoPoint destination) {

        record RequestLine(
                @NotBlank @Size(max = 64) String sku,
                @Positive @Max(1_000_000) int quantity) {}

        List<Line> wanted() {
            return lines.stream()
                    .map(line -> new Line(line.sku(), line.quantity()))
                    .toList();
        }
    }

    record PlanView(List<PlannedShipment> shipments, List<Shortage> shortages, String reason) {

        static PlanView of(Plan plan) {
            var shipments = plan.shipments().stream().map(PlannedShipment::of).toList();
            return new PlanView(shipments, plan.shortages(), plan.reason());
        }
    }

    record PlannedShipment(String hubId, String hubName, double distanceKm, List<Line> lines, LocalDate promisedDate) {

        static PlannedShipment of(Shipment shipment) {
            return new PlannedShipment(
                    shipment.hubId(),
                    shipment.hubName(),
                    shipment.distanceKm(),
                    shipment.lines(),
                    shipment.promisedDate());
        }
    }

    private final Planner planner;
    private final Clock clock;

    SourcingPlanController(Planner planner, Clock clock) {
        this.planner = planner;
        this.clock = clock;
    }

    @PostMapping("/api/sourcing-plans")
    PlanView plan(@Valid @RequestBody PlanRequest request) {
        return PlanView.of(planner.plan(request.wanted(), request.destination().position(), clock.instant()));
    }
}
