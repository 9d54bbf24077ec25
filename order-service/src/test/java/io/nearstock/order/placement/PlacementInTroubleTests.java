package io.nearstock.order.placement;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.assertProblem;
import static io.nearstock.order.Shopper.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.Calm;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubProvider;
import io.nearstock.order.StubProvider.Fault;
import io.nearstock.order.StubShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What whoever orders hears, and nothing else happens, where a neighbour is away, or the same is asked twice. */
@OrderServiceTest
class PlacementInTroubleTests {

    private final Shopper shopper;
    private final Calm calm;
    private final StubShop shop;
    private final StubProvider provider;

    PlacementInTroubleTests(Shopper shopper, Calm calm, StubShop shop, StubProvider provider) {
        this.shopper = shopper;
        this.calm = calm;
        this.shop = shop;
        this.provider = provider;
    }

    @AfterEach
    void calmDown() {
        calm.again();
    }

    @Test
    void answersThatItDoesNotKnowYetWhileTheProviderDoesNotAnswer() {
        provider.failAlways("confirm", Fault.ANSWER_LOST);
        provider.failAlways("find", Fault.AWAY);

        var answer = shopper.order("tok_visa", "full");

        assertThat(answer).hasStatus(202);
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
            {"status": "placed", "payment": {"status": "pending"}}\
            """);
        provider.recover();
        shopper.await(shopper.orderId(answer), "confirmed");
        assertThat(provider.kept(shopper.orderId(answer))).isEqualTo(1000);
    }

    @Test
    void storesNothingWhileInventoryIsAway() {
        shop.isAway("hold");

        var answer = shopper.order("tok_visa", "full");

        assertProblem(answer, 503, "unavailable");
        assertThat(answer).containsHeader("Retry-After");
    }

    @Test
    void givesTheHoldBackWhileCatalogIsAwayAndTakesTheSameRequestLater() {
        shop.isAway("quote");
        var body = orderOf("KETTLE-LATER", "tok_visa", "full");
        assertProblem(shopper.post(CUSTOMER, "/api/orders", body, "later"), 503, "unavailable");
        assertThat(shop.calls("/release", "order_not_placed")).isPositive();

        shop.recover();

        assertThat(shopper.post(CUSTOMER, "/api/orders", body, "later")).hasStatus(201);
    }

    @Test
    void answersARepetitionAsBefore() {
        var body = orderOf("KETTLE", "tok_visa", "full");
        var first = shopper.post(CUSTOMER, "/api/orders", body, "once");

        var second = shopper.post(CUSTOMER, "/api/orders", body, "once");

        assertThat(second).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(shopper.orderId(second)).isEqualTo(shopper.orderId(first));
        assertThat(provider.operations(shopper.orderId(first))).hasSize(2);
    }

    @Test
    void takesTheSameRequestAgainAfterCatalogWasAwayWithTheClaimOfUses() {
        var body = orderOf("LIMITED-4", "tok_visa", "full");
        shop.isAway("redeem");
        assertProblem(shopper.post(CUSTOMER, "/api/orders", body, "redeem-later"), 503, "unavailable");

        shop.recover();

        var answer = shopper.post(CUSTOMER, "/api/orders", body, "redeem-later");
        assertThat(answer).hasStatus(201);
        var order = shopper.orderId(answer);
        assertThat(shop.redeemer(shop.heldFor(order).getFirst())).isEqualTo(order);
    }
}
