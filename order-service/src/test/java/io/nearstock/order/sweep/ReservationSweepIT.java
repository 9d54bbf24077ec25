package io.nearstock.order.sweep;

import static io.nearstock.order.OrderFixtures.offer;
import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.orderOfCheckout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.chassis.web.Ids;
import io.nearstock.order.Calm;
import io.nearstock.order.Catalog;
import io.nearstock.order.Inventory;
import io.nearstock.order.Item;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Reservation;
import io.nearstock.order.Reservations;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubShop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Leaves a reservation where a crash would, before its order is stored: what it took goes back. */
@OrderServiceTest
class ReservationSweepIT {

    private final Shopper shopper;
    private final Calm calm;
    private final StubShop shop;
    private final Reservations reservations;
    private final Inventory inventory;
    private final Catalog catalog;

    ReservationSweepIT(
            Shopper shopper,
            Calm calm,
            StubShop shop,
            Reservations reservations,
            Inventory inventory,
            Catalog catalog) {
        this.shopper = shopper;
        this.calm = calm;
        this.shop = shop;
        this.reservations = reservations;
        this.inventory = inventory;
        this.catalog = catalog;
    }

    @AfterEach
    void calmDown() {
        calm.again();
    }

    @Test
    void givesBackWhatACrashBeforeTheOrderWasStoredLeftClaimed() {
        var id = Ids.next("ord");
        var hold = Ids.next("hld");
        reservations.add(new Reservation(id, hold, null, false, 1), Instant.now());
        inventory.hold(
                hold, id, List.of(new Item("KETTLE", 1)), offer().address().position(), id);

        eventually(() -> assertThat(shop.isReleased(hold)).isTrue());
        eventually(() -> assertThat(reservations.has(id)).isFalse());
    }

    @Test
    void givesBackWhatWasClaimedOfACheckout() {
        var id = Ids.next("ord");
        var hold = heldByCheckout();
        reservations.add(new Reservation(id, hold, "chk_1", false, 1), Instant.now());
        inventory.claim(hold, id);

        eventually(() -> assertThat(shop.isReleased(hold)).isTrue());
    }

    @Test
    void takesNoCheckoutAwayFromTheOrderThatHasIt() {
        var late = Ids.next("ord");
        var hold = heldByCheckout();
        inventory.claim(hold, "ord_first");
        reservations.add(new Reservation(late, hold, "chk_1", false, 1), Instant.now());

        eventually(() -> assertThat(reservations.has(late)).isFalse());
        assertThat(shop.claimant(hold)).isEqualTo("ord_first");
        assertThat(shop.isReleased(hold)).isFalse();
    }

    @Test
    void givesBackUsesThatACrashLeftClaimed() {
        var id = Ids.next("ord");
        var hold = heldByCheckout();
        reservations.add(new Reservation(id, hold, "chk_1", true, 1), Instant.now());
        inventory.claim(hold, id);
        catalog.claim(hold, id);

        eventually(() -> assertThat(shop.isReturned(hold)).isTrue());
        eventually(() -> assertThat(shop.isReleased(hold)).isTrue());
    }

    @Test
    void keepsTheStockUntilTheUsesAreGivenBack() {
        var id = Ids.next("ord");
        var hold = Ids.next("hld");
        shop.isAway("return");
        reservations.add(new Reservation(id, hold, null, true, 1), Instant.now());
        eventually(() -> assertThat(reservations.has(id)).isFalse());
        assertThat(shop.isReleased(hold)).isFalse();

        shop.recover();

        eventually(
                () -> assertThat(shop.isReturned(hold) && shop.isReleased(hold)).isTrue());
    }

    @Test
    void waitsWithGivingBackUntilInventoryAnswers() {
        var id = Ids.next("ord");
        var hold = Ids.next("hld");
        shop.isAway("release");
        reservations.add(new Reservation(id, hold, null, false, 1), Instant.now());
        eventually(() -> assertThat(reservations.has(id)).isFalse());

        shop.recover();

        eventually(() -> assertThat(shop.isReleased(hold)).isTrue());
    }

    @Test
    void takesARepetitionOfARequestThatACrashInterrupted() {
        var checkout = shopper.checkout("KETTLE");
        var hold = shop.heldFor(checkout).getFirst();
        var first = Ids.next("ord");
        reservations.add(new Reservation(first, hold, checkout, false, 1), Instant.now());

        // The crashed request's claim goes back, and the checkout with it: a new request is told so.
        eventually(() -> assertThat(shop.isReleased(hold)).isTrue());
        assertThat(shopper.post(CUSTOMER, "/api/orders", orderOfCheckout(checkout, "tok_visa")))
                .hasStatus(409);
    }

    private String heldByCheckout() {
        return shop.heldFor(shopper.checkout("KETTLE")).getFirst();
    }

    private static void eventually(Runnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion::run);
    }
}
