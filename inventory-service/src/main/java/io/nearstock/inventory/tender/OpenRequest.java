package io.nearstock.inventory.tender;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.Suppliers;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a request of what staff want. */
@Component
final class OpenRequest {

    /**
     * What is looked for.
     *
     * @param supplierIds who may bid, and sees it; all where nobody is named
     */
    record Wanted(
            @NotBlank @Size(max = 64) String sku,
            @NotBlank String hubId,
            @Positive @Max(SourcingRequest.MOST_UNITS) int quantity,
            @Nullable LocalDate neededBy,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 64) String> supplierIds) {}

    private final Hubs hubs;
    private final Suppliers suppliers;
    private final PlanningSettings settings;
    private final Clock clock;

    OpenRequest(Hubs hubs, Suppliers suppliers, PlanningSettings settings, Clock clock) {
        this.hubs = hubs;
        this.suppliers = suppliers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The request, not stored yet.
     *
     * @throws UnmetRequestException 422 where it names nobody we know, or a day that is over
     */
    SourcingRequest of(String id, Wanted wanted) {
        hubs.named(wanted.hubId(), "/hubId");
        var now = clock.instant();
        if (wanted.neededBy() != null && wanted.neededBy().isBefore(settings.dayOf(now))) {
            throw unmet("needed_in_past", "/neededBy", "Nothing can come before today.");
        }
        var request = SourcingRequest.opened(
                id, wanted.sku(), wanted.hubId(), wanted.quantity(), wanted.neededBy(), "staff", now);
        var invited = wanted.supplierIds();
        return invited == null || invited.isEmpty() ? request : request.inviting(known(invited));
    }

    private List<String> known(List<String> invited) {
        for (int i = 0; i < invited.size(); i++) {
            if (suppliers.find(invited.get(i)).isEmpty()) {
                throw unmet("unknown_supplier", "/supplierIds/" + i, "There is no such supplier.");
            }
        }
        return invited.stream().distinct().toList();
    }

    private static UnmetRequestException unmet(String code, String pointer, String detail) {
        return new UnmetRequestException(UNPROCESSABLE_CONTENT, code, pointer, detail);
    }
}
