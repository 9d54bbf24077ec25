package io.nearstock.order.placement;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.SOMEBODY_ELSE;
import static io.nearstock.order.Shopper.assertProblem;
import static io.nearstock.order.Shopper.orderOfCheckout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.order.Calm;
import io.nearstock.order.Commands;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A checkout becomes an order once, at the price and with the uses that it has. */
@OrderServiceTest
class OrderOfCheckoutTests {

    private final Shopper shopper;
    private final Calm calm;
    private final StubShop shop;
    private final Commands commands;

    OrderOfCheckoutTests(Shopper shopper, Calm calm, StubShop shop, Commands commands) {
        this.shopper = shopper;
        this.calm = calm;
        this.shop = shop;
        this.commands = commands;
    }

    @AfterEach
    void calmDown() {
        calm.again();
    }

    @Test
    void makesACheckoutAnOrder() {
        var checkout = shopper.checkout("KETTLE");

        var answer = shopper.post(CUSTOMER, "/api/orders", orderOfCheckout(checkout, "tok_visa"));

        assertThat(answer).hasStatus(201);
        assertThat(shopper.see(shopper.orderId(answer)).path("checkoutId").asString())
                .isEqualTo(checkout);
    }

    /** Key, checkout, answer; key, reservation, order, confirmation, answer. The checkout is not read again. */
    @Test
    void costsEightCommandsWithItsCheckout() {
        var checkout = shopper.checkout("KETTLE");

        var order = shopper.orderId(shopper.post(CUSTOMER, "/api/orders", orderOfCheckout(checkout, "tok_visa")));

        assertThat(commands.about(checkout, order)).hasSize(8);
        await().untilAsserted(() -> assertThat(commands.ofRelayAbout(order)).hasSizeBetween(1, 2));
    }

    @Test
    void refusesACheckoutThatBecameAnOrderBefore() {
        var checkout = shopper.checkout("KETTLE");
        shopper.post(CUSTOMER, "/api/orders", orderOfCheckout(checkout, "tok_visa"));

        assertProblem(
                shopper.post(CUSTOMER, "/api/orders", orderOfCheckout(checkout, "tok_visa")), 409, "checkout_used");
    }

    @Test
    void refusesACheckoutWhoseHoldIsGone() {
        var checkout = shopper.checkout("KETTLE");
        shop.heldFor(checkout).forEach(shop::expire);

        assertProblem(
                shopper.post(CUSTOMER, "/api/orders", orderOfCheckout(checkout, "tok_visa")), 409, "checkout_expired");
    }

    @Test
    void knowsNoCheckoutOfSomebodyElse() {
        assertProblem(
                shopper.post(SOMEBODY_ELSE, "/api/orders", orderOfCheckout(shopper.checkout("KETTLE"), "tok_visa")),
                404,
                "not_found");
    }

    @Test
    void takesTheSameRequestAgainAfterInventoryWasAwayWithTheClaimOfACheckout() {
        var body = orderOfCheckout(shopper.checkout("KETTLE"), "tok_visa");
        shop.isAway("claim");
        assertProblem(shopper.post(CUSTOMER, "/api/orders", body, "claim-later"), 503, "unavailable");

        shop.recover();

        assertThat(shopper.post(CUSTOMER, "/api/orders", body, "claim-later")).hasStatus(201);
    }

    @Test
    void claimsTheUsesOfACheckout() {
        var checkout = shopper.checkout("LIMITED-2");
        var hold = shop.heldFor(checkout).getFirst();
        assertThat(shop.redeemer(hold)).isEmpty();

        var order = shopper.post(CUSTOMER, "/api/orders", orderOfCheckout(checkout, "tok_visa"));

        assertThat(order).hasStatus(201);
        assertThat(shop.redeemer(hold)).isEqualTo(shopper.orderId(order));
    }

    @Test
    void sellsNoCheckoutAtAPriceWhoseUsesAreGone() {
        var checkout = shopper.checkout("LIMITED-3");
        var hold = shop.heldFor(checkout).getFirst();
        shop.expireUses(hold);

        assertProblem(
                shopper.post(CUSTOMER, "/api/orders", orderOfCheckout(checkout, "tok_visa")), 409, "checkout_expired");
        assertThat(shop.isReleased(hold)).isTrue();
    }
}
