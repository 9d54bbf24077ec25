package io.nearstock.inventory;

import static io.nearstock.inventory.HoldFixtures.NOW;
import static io.nearstock.inventory.MovementKind.QUARANTINED_WRITE_OFF;
import static io.nearstock.inventory.MovementKind.SHIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Pick.Part;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LotBookTests {

    @Test
    void takesWhatExpiresFirstAndThenWhatCameFirst() {
        var book = LotBook.empty("MILK", "hub_1")
                .with(List.of(
                        lot("never", null, 5),
                        lot("late", "2027-02-01", 5),
                        lot("soon", "2027-01-01", 2),
                        lot("as soon", "2027-01-01", 2)));

        var picked = book.picking(taking("mov_1", SHIP, 6), "hld_1", null);

        assertThat(picked.fresh().getFirst().parts())
                .containsExactly(new Part("soon", null, 2), new Part("as soon", null, 2), new Part("late", null, 2));
        assertThat(picked.left("late")).isEqualTo(3);
        assertThat(picked.hasPicked("mov_1")).isTrue();
    }

    @Test
    void takesWhatHasExpiredAfterEverythingElse() {
        var book = LotBook.empty("MILK", "hub_1")
                .with(List.of(lot("gone", "2020-01-01", 2), lot("never", null, 1), lot("soon", "2099-01-01", 2)));

        var picked = book.picking(taking("mov_1", SHIP, 4), "hld_1", null);

        assertThat(picked.fresh().getFirst().parts())
                .containsExactly(new Part("soon", null, 2), new Part("never", null, 1), new Part("gone", null, 1));
    }

    @Test
    void leavesARecalledLotToWhoeverTakesWhatIsQuarantined() {
        var book = LotBook.empty("MILK", "hub_1")
                .with(List.of(lot("soon", "2027-01-01", 2), lot("late", "2027-02-01", 5)))
                .blocking("soon");

        assertThat(book.picking(taking("mov_1", SHIP, 3), "hld_1", null).left("soon"))
                .isEqualTo(2);
        assertThat(book.picking(taking("mov_2", QUARANTINED_WRITE_OFF, 3), "wof_1", null)
                        .left("soon"))
                .isZero();
        assertThat(book.isBlocked("soon")).isTrue();
    }

    @Test
    void neverTakesMoreThanThereIs() {
        for (int seed = 0; seed < 1000; seed++) {
            var random = new Random(seed);
            var lots = IntStream.range(0, random.nextInt(6))
                    .mapToObj(number -> lot("L" + number, "2027-01-0" + (1 + random.nextInt(3)), random.nextInt(5)))
                    .toList();
            var book = LotBook.empty("MILK", "hub_1").with(lots);
            var there = lots.stream().mapToInt(Lot::left).sum();
            var wanted = random.nextInt(20);

            var picked = book.picking(taking("mov_1", SHIP, wanted), "hld_1", null);

            var taken = picked.fresh().getFirst().parts().stream()
                    .mapToInt(Part::quantity)
                    .sum();
            assertThat(taken).as("seed %d", seed).isEqualTo(Math.min(there, wanted));
            assertThat(picked.lots()).as("seed %d", seed).allMatch(lot -> lot.left() >= 0);
            assertThat(picked.lots().stream().mapToInt(Lot::left).sum()).isEqualTo(there - taken);
            assertThat(isFirstExpiredFirst(picked.lots())).as("seed %d", seed).isTrue();
        }
    }

    /** Nothing is taken of a lot while one that expires earlier has some. */
    private static boolean isFirstExpiredFirst(List<Lot> lots) {
        var earliestLeft = lots.stream()
                .filter(lot -> lot.left() > 0)
                .map(Lot::expiresOn)
                .min(Comparator.nullsLast(Comparator.naturalOrder()))
                .orElse(null);
        return earliestLeft == null
                || lots.stream()
                        .filter(lot -> lot.left() < lot.received())
                        .allMatch(lot ->
                                lot.expiresOn() != null && !lot.expiresOn().isAfter(earliestLeft));
    }

    static Lot lot(String name, @Nullable String expires, int units) {
        var day = expires == null ? null : LocalDate.parse(expires);
        return new Lot("rcp_1." + name, name, day, null, units, units, false, null, null);
    }

    static Movement taking(String id, MovementKind kind, int units) {
        var cause = new Cause("shipment", "shp_1");
        return new Movement(id, "MILK@hub_1", "MILK", "hub_1", kind, -units, cause, null, null, NOW);
    }
}
