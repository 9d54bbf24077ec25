package io.nearstock.inventory;

import io.nearstock.inventory.Transition.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

public final class HoldFixtures {

    public static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    public static final Instant LATER = NOW.plus(Duration.ofMinutes(10));
    public static final Duration LEASE = HoldSettings.DEFAULTS.lease();
    public static final Position BERLIN = new Position(13.405, 52.52);
    public static final Position LONDON = new Position(-0.1276, 51.5072);
    public static final Position LEEDS = new Position(-1.5491, 53.8008);

    private HoldFixtures() {}

    public static Demand kettlesAndTea() {
        return new Demand("chk_1", List.of(new Line("KETTLE-17", 2), new Line("TEA-50", 1)), LONDON);
    }

    /** Both kettles and the tea from one hub. */
    static Plan oneShipment() {
        var lines = kettlesAndTea().lines();
        var shipment = new Shipment("hub_1", "Leeds", LEEDS, 272.9, LocalDate.parse("2026-11-02"), lines);
        return new Plan(List.of(shipment), List.of(), "Only Leeds has everything.");
    }

    static Hold asked() {
        return Hold.asked("hld_1", kettlesAndTea(), NOW);
    }

    static Hold holdThatIs(String status) {
        return switch (status) {
            case "preparing" -> to(asked().prepare(oneShipment(), NOW, HoldSettings.DEFAULTS));
            case "held" -> to(holdThatIs("preparing").grant(null));
            case "claimed" -> to(holdThatIs("preparing").grant("ord_1"));
            case "committed" -> to(holdThatIs("claimed").commit("ord_1"));
            case "shipped" -> to(ship(holdThatIs("committed"), "shp_1"));
            case "released" -> to(holdThatIs("claimed").release("customer", NOW, LEASE));
            case "expired" -> to(holdThatIs("held").expire(LATER, LEASE));
            case "refused" -> to(asked().refuse(List.of(new Shortage("TEA-50", 1, 0))));
            case "abandoned" -> to(holdThatIs("preparing").abandon());
            default -> throw new IllegalArgumentException(status);
        };
    }

    public static Hold expired() {
        return holdThatIs("expired");
    }

    static Transition ship(Hold hold, String shipmentId) {
        return hold.ship(shipmentId, Portion.at("hub_1", kettlesAndTea().lines()), NOW, LEASE);
    }

    static Hold to(Transition transition) {
        return ((Progress) transition).to();
    }
}
