package io.nearstock.order.shipment;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.MOVER;
import static io.nearstock.order.Shopper.STAFF;
import static io.nearstock.order.Shopper.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.Calm;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Orders;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubProvider;
import io.nearstock.order.StubProvider.Fault;
import io.nearstock.order.StubShop;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.PublishedEvent;
import io.nearstock.testkit.TestEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OrderServiceTest
class ShipmentControllerTests {

    private final Shopper shopper;
    private final Calm calm;
    private final StubProvider provider;
    private final StubShop shop;
    private final Orders orders;
    private final TestEvents events;

    ShipmentControllerTests(
            Shopper shopper, Calm calm, StubProvider provider, StubShop shop, Orders orders, TestEvents events) {
        this.shopper = shopper;
        this.calm = calm;
        this.provider = provider;
        this.shop = shop;
        this.orders = orders;
        this.events = events;
    }

    @AfterEach
    void calmDown() {
        calm.again();
    }

    @Test
    void takesTheRestAtDispatchAndCompletesTheOrderAtTheDoor() {
        var order = shopper.confirmedOrder("full");

        assertThat(dispatch(STAFF, order)).hasStatus(200).bodyJson().isLenientlyEqualTo("""
            {"status": "dispatched", "orderStatus": "dispatched"}\
            """);
        assertThat(provider.kept(order)).isEqualTo(5000);
        assertThat(deliver(MOVER, order)).hasStatus(200).bodyJson().isLenientlyEqualTo("""
            {"status": "delivered", "orderStatus": "completed"}\
            """);
        assertThat(shopper.see(order).at("/payment/status").asString()).isEqualTo("paid");
    }

    @Test
    void tellsOthersEachStepOnceThoughItIsToldTwice() {
        var order = shopper.confirmedOrder("full");
        for (int time = 0; time < 2; time++) {
            assertThat(dispatch(MOVER, order)).hasStatus(200);
        }
        for (int time = 0; time < 2; time++) {
            assertThat(deliver(MOVER, order)).hasStatus(200);
        }

        assertThat(events.await("order.completed", order).sequence()).isEqualTo(5);
        assertThat(events.published("orders"))
                .filteredOn(event -> event.key().equals(order))
                .hasSize(5);
    }

    @Test
    void completesLaterWhatCouldNotBeTakenAtDispatch() {
        var order = shopper.confirmedOrder("full");
        provider.failAlways("capture", Fault.AWAY);
        dispatch(MOVER, order);
        assertThat(deliver(MOVER, order))
                .bodyJson()
                .extractingPath("$.orderStatus")
                .isEqualTo("delivered");

        provider.recover();

        shopper.await(order, "completed");
        assertThat(provider.kept(order)).isEqualTo(5000);
    }

    @Test
    void deliversNothingThatHasNotLeft() {
        assertProblem(deliver(MOVER, shopper.confirmedOrder("full")), 409, "not_dispatched");
    }

    @Test
    void sendsNothingThatIsNotPaidFor() {
        var order = shopper.orderId(shopper.order("tok_declined", "full"));

        assertProblem(dispatch(MOVER, order), 409, "not_confirmed");
    }

    @Test
    void sendsWhatWasSoldBeforeItCameOnceItIsThere() {
        var order =
                shopper.orderId(shopper.post(CUSTOMER, "/api/orders", Shopper.orderOf("PRE-1", "tok_visa", "full")));
        assertThat(shopper.see(order).at("/shipments/0/shipsOn").asString()).isEqualTo("2026-11-25");

        assertProblem(dispatch(MOVER, order), 409, "not_here");
        shop.isAway("missing");
        assertProblem(dispatch(MOVER, order), 503, "unavailable");
        shop.recover();
        shop.goodsCome(orders.find(order).orElseThrow().holdId());

        assertThat(dispatch(MOVER, order)).hasStatus(200);
    }

    @Test
    @Consumes("hold.supplied")
    void showsOnceThatWhatAnOrderWaitedForHasCome() {
        var order =
                shopper.orderId(shopper.post(CUSTOMER, "/api/orders", Shopper.orderOf("PRE-1", "tok_visa", "full")));
        assertThat(shopper.see(order).at("/shipments/0/stock").asString()).isEqualTo("waiting");
        var supplied = Contracts.event("hold.supplied").replace("ord_1", order);

        events.publish("hold.supplied", "hld_1@hub_1", 1, supplied);
        events.publish("hold.supplied", "hld_1@hub_1", 1, supplied);
        events.publish("hold.supplied", "hld_2@hub_1", 1, Contracts.event("hold.supplied"));

        events.await("order.shipment_supplied", order);
        assertThat(shopper.see(order).at("/shipments/0/stock").asString()).isEqualTo("allocated");
        assertThat(shopper.see(order).at("/shipments/0/suppliedAt").asString()).isEqualTo("2026-11-03T10:00:00Z");
        shop.goodsCome(orders.find(order).orElseThrow().holdId());
        assertThat(dispatch(STAFF, order)).hasStatus(200);
        events.await("order.shipment_dispatched", order);
        assertThat(events.published("orders"))
                .filteredOn(event -> event.key().equals(order))
                .extracting(PublishedEvent::type)
                .containsOnlyOnce("order.shipment_supplied");
        assertThat(shopper.json(shopper.get(CUSTOMER, "/api/orders/" + order + "/events"))
                        .findValuesAsString("type"))
                .containsOnlyOnce("order.shipment_supplied");
    }

    @Test
    void isForMoversAndStaff() {
        var order = shopper.confirmedOrder("full");

        assertProblem(dispatch(CUSTOMER, order), 403, "forbidden");
        assertProblem(shopper.post(MOVER, "/api/shipments/shp_none/dispatch", ""), 404, "not_found");
    }

    private MvcTestResult dispatch(String who, String order) {
        return shopper.post(who, path(order) + "/dispatch", "");
    }

    private MvcTestResult deliver(String who, String order) {
        return shopper.post(who, path(order) + "/deliver", "{\"proof\": \"handed over\"}");
    }

    private String path(String order) {
        return "/api/shipments/" + shopper.firstShipment(order);
    }
}
