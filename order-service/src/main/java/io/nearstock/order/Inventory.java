package io.nearstock.order;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.chassis.web.Ids;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.order.Inventory.Claim.Claimed;
import io.nearstock.order.Inventory.Claim.Expired;
import io.nearstock.order.Inventory.Claim.TakenByOther;
import io.nearstock.order.Inventory.Hold.Held;
import io.nearstock.order.Inventory.Hold.Lacking;
import io.nearstock.order.InventoryClient.ClaimRequest;
import io.nearstock.order.InventoryClient.HeldShipment;
import io.nearstock.order.InventoryClient.HoldAnswer;
import io.nearstock.order.InventoryClient.HoldRequest;
import io.nearstock.order.InventoryClient.ReleaseRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stock, which inventory-service plans and holds. Every call may be sent again: it is the same call. */
@Component
public class Inventory {

    public sealed interface Hold {

        record Held(List<Shipment> shipments, Instant expiresAt, String reason) implements Hold {}

        /** Each line that cannot be had, where it stands in the request. */
        record Lacking(List<FieldError> lines) implements Hold {}

        record Unavailable() implements Hold {}
    }

    public sealed interface Claim {

        record Claimed() implements Claim {}

        record Expired() implements Claim {}

        record TakenByOther() implements Claim {}

        record Unavailable() implements Claim {}
    }

    /**
     * What a code on goods is worth to an order's customer.
     *
     * @param verdict {@code genuine}, {@code other_order}, {@code not_sold}, {@code forged}
     * @param sku what it says it is on; null where it is forged
     */
    public record Authenticity(
            String verdict,
            @Nullable String sku,
            @Nullable String lot,
            @Nullable String serial) {}

    private final InventoryClient client;
    private final Neighbour inventory;

    Inventory(InventoryClient client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.inventory = new Neighbour("inventory-service", breakers);
    }

    /** Plans and holds; with an order's id the hold is that order's at once and does not expire by the clock. */
    public Hold hold(String holdId, String reference, List<Item> lines, GeoPoint to, @Nullable String claimBy) {
        var request = new HoldRequest(reference, lines, to, claimBy);
        return inventory.call(() -> hold(holdId, request)).orElseGet(Hold.Unavailable::new);
    }

    /** Makes a held checkout one order's, for good. */
    public Claim claim(String holdId, String orderId) {
        return inventory.call(() -> claim(holdId, new ClaimRequest(orderId))).orElseGet(Claim.Unavailable::new);
    }

    /** Gives the stock back; false when that is not known to have happened. */
    public boolean release(String holdId, String reason) {
        return inventory
                .call(() -> {
                    client.release(holdId, new ReleaseRequest(reason));
                    return true;
                })
                .orElse(false);
    }

    /** Whether a hub still waits for goods of a hold; empty when there is no answer. */
    public Optional<Boolean> isWaiting(String holdId, String hubId) {
        return inventory.call(() -> client.missing(holdId).items().stream()
                .anyMatch(item -> item.hubId().equals(hubId)));
    }

    /** Empty when there is no answer. */
    public Optional<Authenticity> authenticity(String code, String orderId) {
        return inventory.call(() -> {
            var answer = client.authenticity(code, orderId);
            return new Authenticity(answer.verdict(), answer.sku(), answer.lot(), answer.serial());
        });
    }

    private Hold hold(String holdId, HoldRequest request) {
        try {
            return held(client.hold(holdId, request));
        } catch (FeignException.Conflict refusal) {
            var refused = Refused.of(refusal);
            if (refused.is("insufficient_stock")) {
                return new Lacking(refused.fieldErrors());
            }
            throw refusal;
        }
    }

    private Claim claim(String holdId, ClaimRequest request) {
        try {
            client.claim(holdId, request);
            return new Claimed();
        } catch (FeignException.NotFound _) {
            return new Expired();
        } catch (FeignException.Conflict refusal) {
            return Refused.of(refusal).is("hold_claimed") ? new TakenByOther() : new Expired();
        }
    }

    private static Held held(HoldAnswer answer) {
        var shipments = answer.shipments().stream().map(Inventory::planned).toList();
        return new Held(shipments, answer.expiresAt(), String.valueOf(answer.reason()));
    }

    private static Shipment planned(HeldShipment held) {
        return Shipment.planned(
                Ids.next("shp"), held.hubId(), held.hubName(), held.promisedDate(), held.shipsOn(), held.lines());
    }
}
