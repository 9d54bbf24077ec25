package io.nearstock.catalog;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.ShippedLots.Lot;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedLotsTests {

    private static final Lot OURS = new Lot("L-1", "sup_1", 2);

    @Test
    void oneLotIsKnownAndOneSupplierOfSeveralLots() {
        assertThat(origin(2, OURS)).isEqualTo(new Origin("L-1", "sup_1"));
        assertThat(origin(4, OURS, OURS)).isEqualTo(new Origin("L-1", "sup_1"));
        assertThat(origin(3, OURS, new Lot("L-2", "sup_1", 1))).isEqualTo(new Origin(null, "sup_1"));
        assertThat(origin(2, new Lot("L-1", null, 2))).isEqualTo(new Origin("L-1", null));
    }

    @Test
    void whatIsInDoubtIsNotKnown() {
        assertThat(origin(3, OURS)).isEqualTo(Origin.UNKNOWN);
        assertThat(origin(3, OURS, new Lot("L-1", "sup_2", 1))).isEqualTo(Origin.UNKNOWN);
        assertThat(origin(3, OURS, new Lot("L-1", null, 1))).isEqualTo(Origin.UNKNOWN);
        assertThat(ShippedLots.origin(List.of())).isEqualTo(Origin.UNKNOWN);
    }

    @Test
    void countsTheUnitsOfALotAndOfASupplier() {
        var shipped = ShippedLots.of("ord_1", "shp_1", "MUG", 5, List.of(OURS, new Lot("L-2", "sup_1", 3)), NOW);

        assertThat(shipped.units(new Origin("L-1", "sup_1"))).isEqualTo(2);
        assertThat(shipped.units(new Origin(null, "sup_1"))).isEqualTo(5);
        assertThat(shipped.units(new Origin("L-1", "sup_2"))).isZero();
    }

    private static Origin origin(int units, Lot... lots) {
        return ShippedLots.origin(List.of(ShippedLots.of("ord_1", "shp_1", "MUG", units, List.of(lots), NOW)));
    }
}
