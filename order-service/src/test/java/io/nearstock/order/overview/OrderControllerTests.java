package io.nearstock.order.overview;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.SOMEBODY_ELSE;
import static io.nearstock.order.Shopper.STAFF;
import static io.nearstock.order.Shopper.assertProblem;
import static io.nearstock.order.Shopper.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.testkit.TestTokens;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class OrderControllerTests {

    private final Shopper shopper;

    OrderControllerTests(Shopper shopper) {
        this.shopper = shopper;
    }

    @Test
    void showsAnOrderToItsCustomerAndToStaff() {
        var order = shopper.confirmedOrder("full");

        assertThat(shopper.get(CUSTOMER, "/api/orders/" + order)).hasStatus(200).containsHeader("ETag");
        assertThat(shopper.get(STAFF, "/api/orders/" + order)).hasStatus(200);
    }

    @Test
    void knowsSomebodyElsesOrderAsLittleAsAMissingOne() {
        var foreign = shopper.get(SOMEBODY_ELSE, "/api/orders/" + shopper.confirmedOrder("full"));
        var missing = shopper.get(SOMEBODY_ELSE, "/api/orders/ord_none");

        assertProblem(foreign, 404, "not_found");
        assertThat(shopper.json(foreign).path("detail"))
                .isEqualTo(shopper.json(missing).path("detail"));
    }

    @Test
    void asksWhoIsThere() {
        assertProblem(shopper.get("Bearer nonsense", "/api/orders"), 401, "invalid_token");
    }

    @Test
    void tellsEachStepOfAnOrder() {
        var order = shopper.confirmedOrder("full");
        shopper.post(CUSTOMER, "/api/orders/" + order + "/cancel", "{}");

        var events = shopper.json(shopper.get(CUSTOMER, "/api/orders/" + order + "/events"));

        assertThat(events.path("items").findValuesAsString("type"))
                .containsExactly(
                        "order.placed",
                        "payment.captured",
                        "order.confirmed",
                        "order.cancel_requested",
                        "payment.refunded",
                        "order.cancelled");
    }

    @Test
    void turnsThePagesOfAPurchaseHistoryNewestFirst() {
        var carol = TestTokens.bearer("acc_carol", "customer");
        var ordered = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var order = shopper.post(carol, "/api/orders", orderOf("KETTLE", "tok_visa", "full"));
            ordered.addFirst(shopper.orderId(order));
        }
        shopper.post(carol, "/api/orders", orderOf("SCARCE", "tok_visa", "full"));

        var first = shopper.json(shopper.get(carol, "/api/orders?limit=2"));
        var rest = shopper.json(shopper.get(
                carol, "/api/orders?limit=2&cursor=" + first.path("nextCursor").asString()));

        assertThat(first.path("items").findValuesAsString("id")).containsSubsequence(ordered.subList(0, 2));
        assertThat(rest.path("items").get(0).path("id").asString()).isEqualTo(ordered.getLast());
        assertThat(rest.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void filtersByStatus() {
        var dave = TestTokens.bearer("acc_dave", "customer");
        shopper.post(dave, "/api/orders", orderOf("KETTLE", "tok_visa", "full"));
        shopper.post(dave, "/api/orders", orderOf("KETTLE", "tok_declined", "full"));

        assertThat(shopper.get(dave, "/api/orders?status=confirmed"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(shopper.get(dave, "/api/orders"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(2);
    }
}
