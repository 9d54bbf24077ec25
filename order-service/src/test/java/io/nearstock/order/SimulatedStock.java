package io.nearstock.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Inventory-service in a few lines: some units, and holds that are somebody's. Requests and answers get lost. */
final class SimulatedStock implements InventoryClient {

    /** Of whom a hold is; an empty owner is a checkout's. */
    private enum State {
        HELD,
        CLAIMED,
        REFUSED,
        RELEASED
    }

    private record Kept(State state, String owner) {}

    private final Map<String, Kept> holds = new TreeMap<>();
    private int units;

    void stock(int some) {
        holds.clear();
        units = some;
    }

    /** Units that are kept for orders or checkouts. */
    long kept() {
        return holds.values().stream().filter(SimulatedStock::isKept).count();
    }

    int free() {
        return units;
    }

    boolean isClaimedBy(String hold, String order) {
        return new Kept(State.CLAIMED, order).equals(holds.get(hold));
    }

    /** Holds that belong to an order. */
    List<String> owners() {
        return holds.values().stream()
                .filter(kept -> kept.state == State.CLAIMED)
                .map(Kept::owner)
                .toList();
    }

    @Override
    public HoldAnswer hold(String id, HoldRequest request) {
        return LossyLine.call(() -> {
            if (!holds.containsKey(id)) {
                holds.put(id, take(request.claimBy()));
            }
            return switch (holds.get(id).state) {
                case HELD, CLAIMED -> answer(id, request);
                case REFUSED -> throw LossyLine.conflict("insufficient_stock");
                case RELEASED -> throw LossyLine.conflict("hold_released");
            };
        });
    }

    private Kept take(@Nullable String order) {
        if (units == 0) {
            return new Kept(State.REFUSED, "");
        }
        units--;
        return order == null ? new Kept(State.HELD, "") : new Kept(State.CLAIMED, order);
    }

    private static HoldAnswer answer(String id, HoldRequest request) {
        var shipments = request.lines().stream()
                .map(line -> new HeldShipment("hub_1", "Leeds", LocalDate.EPOCH, List.of(line), null))
                .toList();
        return new HoldAnswer(id, "held", Instant.MAX, shipments, "Leeds has it.");
    }

    @Override
    public MissingAnswer missing(String id) {
        return new MissingAnswer(List.of());
    }

    @Override
    public AuthenticityAnswer authenticity(String code, String orderId) {
        return new AuthenticityAnswer("forged", null, null, null);
    }

    @Override
    public void claim(String id, ClaimRequest request) {
        LossyLine.call(() -> {
            var kept = holds.get(id);
            if (kept == null || kept.state == State.RELEASED || kept.state == State.REFUSED) {
                throw LossyLine.conflict("hold_expired");
            }
            if (kept.state == State.CLAIMED && !kept.owner.equals(request.orderId())) {
                throw LossyLine.conflict("hold_claimed");
            }
            return holds.put(id, new Kept(State.CLAIMED, request.orderId()));
        });
    }

    @Override
    public void release(String id, ReleaseRequest request) {
        LossyLine.call(() -> {
            giveBack(id);
            return id;
        });
    }

    /** By a call or an event; a hold that nobody has asked for yet is released all the same. */
    void giveBack(String id) {
        var kept = holds.put(id, new Kept(State.RELEASED, ""));
        units += isKept(kept) ? 1 : 0;
    }

    private static boolean isKept(@Nullable Kept kept) {
        return kept != null && (kept.state == State.HELD || kept.state == State.CLAIMED);
    }
}
