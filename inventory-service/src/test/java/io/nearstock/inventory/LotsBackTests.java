package io.nearstock.inventory;

import static io.nearstock.inventory.Bucket.DAMAGED;
import static io.nearstock.inventory.Bucket.QUARANTINED;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static io.nearstock.inventory.LotBookTests.lot;
import static io.nearstock.inventory.LotBookTests.taking;
import static io.nearstock.inventory.MovementKind.CONDEMNATION;
import static io.nearstock.inventory.MovementKind.COUNTER_SALE;
import static io.nearstock.inventory.MovementKind.DAMAGE;
import static io.nearstock.inventory.MovementKind.DAMAGED_RETURN;
import static io.nearstock.inventory.MovementKind.DAMAGED_WRITE_OFF;
import static io.nearstock.inventory.MovementKind.QUARANTINE;
import static io.nearstock.inventory.MovementKind.QUARANTINED_RETURN;
import static io.nearstock.inventory.MovementKind.RETURN;
import static io.nearstock.inventory.MovementKind.SHIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Pick.Back;
import io.nearstock.inventory.Pick.Part;
import io.nearstock.inventory.Posting.Consignment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What came back, or is found broken, and the lot that it is of. */
class LotsBackTests {

    @Test
    void sellsLastAndWritesOffFirstWhatCameBackBroken() {
        var soon = lot("soon", "2027-01-01", 2);
        var book = LotBook.empty("MILK", "hub_1").with(List.of(soon, lot("late", "2027-02-01", 2)));
        var broken = new Consignment("MILK", "soon", soon.expiresOn(), null, 1).back("rtn_1", false, Bucket.DAMAGED);

        var after = book.puttingBack(back("rtn_1", DAMAGED_RETURN), List.of(broken));

        assertThat(after.left("soon")).isEqualTo(3);
        assertThat(after.sellable("soon")).isEqualTo(2);
        assertThat(after.hasPicked("rtn_1.MILK@hub_1")).isTrue();
        assertThat(after.picking(taking("mov_1", SHIP, 4), "hld_1", null)
                        .fresh()
                        .getFirst()
                        .parts())
                .containsExactly(new Part("soon", null, 2), new Part("late", null, 2));
        assertThat(after.picking(taking("mov_2", DAMAGED_WRITE_OFF, 1), "wof_1", null)
                        .left("soon"))
                .isEqualTo(2);
        assertThat(after.picking(taking("mov_3", COUNTER_SALE, 5), "sal_1", null)
                        .left("soon"))
                .isZero();
    }

    @Test
    void sellsAgainWhatCameBackAndWasReleasedOrMended() {
        var soon = lot("soon", "2027-01-01", 2);
        var doubtful = new Consignment("MILK", "soon", soon.expiresOn(), null, 2).back("rtn_1", false, QUARANTINED);
        var broken = new Consignment("MILK", "soon", soon.expiresOn(), null, 1).back("rtn_2", false, DAMAGED);
        var book = LotBook.empty("MILK", "hub_1")
                .with(List.of(soon))
                .puttingBack(back("rtn_1", QUARANTINED_RETURN), List.of(doubtful))
                .puttingBack(back("rtn_2", DAMAGED_RETURN), List.of(broken));
        assertThat(book.sellable("soon")).isEqualTo(2);

        var released = book.reclassifying(taking("mov_1", QUARANTINE, 1), "rcl_1", List.of());
        var condemned = released.reclassifying(taking("mov_2", CONDEMNATION, -1), "rcl_2", List.of());
        var mended = condemned.reclassifying(taking("mov_3", DAMAGE, 2), "rcl_3", List.of());

        assertThat(released.sellable("soon")).isEqualTo(3);
        assertThat(released.hasPicked("mov_1")).isTrue();
        assertThat(condemned.sellable("soon")).isEqualTo(3);
        assertThat(mended.sellable("soon")).isEqualTo(5);
        assertThat(mended.left("soon")).isEqualTo(5);
    }

    @Test
    void doesNotGuessOfWhichLotAUnitIsThatIsFoundBroken() {
        var book = LotBook.empty("MILK", "hub_1").with(List.of(lot("soon", "2027-01-01", 2)));

        assertThat(book.reclassifying(taking("mov_1", DAMAGE, -1), "rcl_1", List.of())
                        .sellable("soon"))
                .isEqualTo(2);
    }

    @Test
    void putsBackWhatLeftAndNeverMoreOfALotThanIsOut() {
        for (int seed = 0; seed < 1000; seed++) {
            var random = new Random(seed);
            var lots = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(number -> lot("L" + number, "2027-01-0" + (1 + random.nextInt(3)), random.nextInt(5)))
                    .toList();
            var book = LotBook.empty("MILK", "hub_1").with(lots);
            var out = new ArrayList<Pick>();
            for (int round = 0; round < 12; round++) {
                var movement = "m" + round;
                if (out.isEmpty() || random.nextBoolean()) {
                    book = book.picking(taking(movement, SHIP, 1 + random.nextInt(4)), "hld_1", "ord_1");
                    out.add(book.fresh().getFirst());
                } else {
                    var which = random.nextInt(out.size());
                    var pick = out.get(which);
                    var back = pick.bringingBack(movement, null, 1 + random.nextInt(5));
                    out.set(which, with(pick, back));
                    var kind = random.nextBoolean() ? RETURN : QUARANTINED_RETURN;
                    book = book.puttingBack(
                            back(movement, kind),
                            entries(movement, back, lots, kind == RETURN ? null : Bucket.QUARANTINED));
                }
                for (var lot : lots) {
                    assertThat(book.left(lot.lot()) + out(out, lot.lot()))
                            .as("seed %d: %s is here or with a customer", seed, lot.lot())
                            .isEqualTo(lot.received());
                }
                assertThat(book.lots()).as("seed %d", seed).allMatch(lot -> lot.left() >= 0);
                assertThat(out).as("seed %d", seed).allMatch(LotsBackTests::hasNoMoreBackThanLeft);
            }
        }
    }

    @Test
    void fillsLotsInTheOrderInWhichTheyLeft() {
        var pick = picked(new Part("L-1", "sup_1", 2), new Part("L-2", null, 3));

        var first = pick.bringingBack("rtn_1.0", null, 3);
        var second = with(pick, first).bringingBack("rtn_2.0", null, 9);

        assertThat(first.parts()).containsExactly(new Part("L-1", "sup_1", 2), new Part("L-2", null, 1));
        assertThat(second.parts()).containsExactly(new Part("L-2", null, 2));
        assertThat(pick.bringingBack("rtn_3.0", "L-2", 1).parts()).containsExactly(new Part("L-2", null, 1));
        assertThat(with(with(pick, first), second).out()).isEmpty();
        assertThat(with(pick, first).broughtBackBy("rtn_1.0")).contains(first);
    }

    private static Pick picked(Part... parts) {
        return new Pick(
                "mov_1", "MILK", "hub_1", List.of(parts), 5, "hld_1", "ord_1", new Cause("shipment", "shp_1"), NOW);
    }

    private static Pick with(Pick pick, Back back) {
        var all = new ArrayList<>(Objects.requireNonNullElse(pick.back(), List.<Back>of()));
        all.add(back);
        return new Pick(
                pick.id(),
                pick.sku(),
                pick.hubId(),
                pick.parts(),
                pick.units(),
                pick.owner(),
                pick.orderId(),
                pick.cause(),
                pick.at(),
                all,
                all.size(),
                null);
    }

    private static List<Lot> entries(String step, Back back, List<Lot> lots, @Nullable Bucket aside) {
        return back.parts().stream()
                .map(part -> new Consignment("MILK", part.lot(), expiry(part.lot(), lots), null, part.quantity())
                        .back(step, false, aside))
                .toList();
    }

    private static @Nullable LocalDate expiry(String name, List<Lot> lots) {
        return lots.stream()
                .filter(lot -> lot.lot().equals(name))
                .map(Lot::expiresOn)
                .findFirst()
                .orElseThrow();
    }

    private static int out(List<Pick> picks, String lot) {
        return picks.stream()
                .flatMap(pick -> pick.out().stream())
                .filter(part -> part.lot().equals(lot))
                .mapToInt(Part::quantity)
                .sum();
    }

    private static boolean hasNoMoreBackThanLeft(Pick pick) {
        var back = Objects.requireNonNullElse(pick.back(), List.<Back>of()).stream()
                .flatMap(each -> each.parts().stream())
                .mapToInt(Part::quantity)
                .sum();
        return back + pick.out().stream().mapToInt(Part::quantity).sum()
                == pick.parts().stream().mapToInt(Part::quantity).sum();
    }

    private static Step back(String id, MovementKind kind) {
        return Step.of(id, kind, List.of(), new Cause("return", "ret_1"), null, null, NOW);
    }
}
