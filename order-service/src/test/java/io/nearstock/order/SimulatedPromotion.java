package io.nearstock.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Catalog-service in a few lines: one product, and a promotion with a budget of uses. Requests and answers get lost. */
final class SimulatedPromotion implements CatalogClient {

    private enum State {
        HELD,
        CLAIMED,
        RETURNED
    }

    private record Use(State state, String owner) {}

    private final Map<String, Use> uses = new TreeMap<>();
    private int budget;
    private boolean exceeded;

    void budget(int most) {
        uses.clear();
        budget = most;
        exceeded = false;
    }

    /** Orders that have a use. */
    List<String> owners() {
        return uses.values().stream()
                .filter(use -> use.state == State.CLAIMED)
                .map(Use::owner)
                .toList();
    }

    /** The budget has never been exceeded. */
    boolean usedAtMost() {
        return !exceeded;
    }

    @Override
    public QuoteAnswer quote(QuoteRequest request) {
        return LossyLine.call(() -> answer(request, reduces(request.holdId())));
    }

    private boolean reduces(@Nullable String hold) {
        if (hold == null) {
            return false;
        }
        var use = uses.get(hold);
        if (use != null && use.state == State.RETURNED) {
            throw LossyLine.conflict("hold_released");
        }
        if (use == null && kept() < budget) {
            uses.put(hold, new Use(State.HELD, ""));
        }
        exceeded = exceeded || kept() > budget;
        return uses.containsKey(hold);
    }

    private long kept() {
        return uses.values().stream().filter(use -> use.state != State.RETURNED).count();
    }

    private static QuoteAnswer answer(QuoteRequest request, boolean reduced) {
        var off = OrderFixtures.pence(100);
        var lines = request.lines().stream()
                .map(line -> new QuotedLine(
                        line.sku(),
                        "prd_1",
                        "Tea",
                        line.quantity(),
                        OrderFixtures.pence(999),
                        reduced ? List.of(new Discount("prm_1", "First", off)) : List.of(),
                        OrderFixtures.pence(999L * line.quantity() - (reduced ? 100 : 0))))
                .toList();
        return new QuoteAnswer(lines, reduced ? Instant.parse("2099-01-01T00:00:00Z") : null);
    }

    @Override
    public void claim(String id, RedemptionRequest request) {
        LossyLine.call(() -> {
            var use = uses.get(id);
            if (use == null || use.state == State.RETURNED) {
                throw LossyLine.conflict("hold_expired");
            }
            if (use.state == State.CLAIMED && !use.owner.equals(request.orderId())) {
                throw LossyLine.conflict("hold_claimed");
            }
            return uses.put(id, new Use(State.CLAIMED, request.orderId()));
        });
    }

    @Override
    public void release(String id, RedemptionRequest request) {
        LossyLine.call(() -> {
            giveBack(id, request.orderId());
            return id;
        });
    }

    /** By a call or an event; never what another order has claimed, and never again under this id. */
    void giveBack(String id, String order) {
        var use = uses.get(id);
        if (use == null || use.state != State.CLAIMED || use.owner.equals(order)) {
            uses.put(id, new Use(State.RETURNED, ""));
        }
    }
}
