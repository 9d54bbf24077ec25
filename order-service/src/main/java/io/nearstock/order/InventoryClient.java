package io.nearstock.order;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** What this service asks of inventory-service; platform/contracts holds the bodies still. */
@FeignClient("inventory-service")
interface InventoryClient {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldRequest(
            String reference,
            List<Item> lines,
            GeoPoint destination,
            @Nullable String claimBy) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record HoldAnswer(
            String id,
            String status,
            Instant expiresAt,
            List<HeldShipment> shipments,
            @Nullable String reason) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record HeldShipment(
            String hubId,
            String hubName,
            LocalDate promisedDate,
            List<Item> lines,
            @Nullable LocalDate shipsOn) {}

    /** What has not come yet, by hub. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MissingAnswer(List<MissingItem> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MissingItem(String sku, String hubId, int quantity) {}

    /** What a code says beside an order; without sku where nobody signed it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AuthenticityAnswer(
            String verdict,
            @Nullable String sku,
            @Nullable String lot,
            @Nullable String serial) {}

    record ClaimRequest(String orderId) {}

    record ReleaseRequest(String reason) {}

    @PutMapping("/internal/holds/{id}")
    HoldAnswer hold(@PathVariable("id") String id, @RequestBody HoldRequest request);

    @GetMapping("/internal/holds/{id}/missing")
    MissingAnswer missing(@PathVariable("id") String id);

    @GetMapping("/internal/authenticity/{code}")
    AuthenticityAnswer authenticity(@PathVariable("code") String code, @RequestParam("orderId") String orderId);

    @PostMapping("/internal/holds/{id}/claim")
    void claim(@PathVariable("id") String id, @RequestBody ClaimRequest request);

    @PostMapping("/internal/holds/{id}/release")
    void release(@PathVariable("id") String id, @RequestBody ReleaseRequest request);
}
