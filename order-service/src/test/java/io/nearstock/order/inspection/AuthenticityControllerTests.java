package io.nearstock.order.inspection;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.SOMEBODY_ELSE;
import static io.nearstock.order.Shopper.STAFF;
import static io.nearstock.order.Shopper.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.Calm;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class AuthenticityControllerTests {

    private final Shopper shopper;
    private final StubShop shop;
    private final Calm calm;

    AuthenticityControllerTests(Shopper shopper, StubShop shop, Calm calm) {
        this.shopper = shopper;
        this.shop = shop;
        this.calm = calm;
    }

    @AfterEach
    void calmDown() {
        calm.again();
    }

    @Test
    void tellsWhatACodeIsWorthToWhoseOrderItIs() {
        var path = "/api/authenticity/told.signed?orderId=" + shopper.confirmedOrder("full");

        assertThat(shopper.get(CUSTOMER, path)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"genuine": true, "verdict": "genuine", "sku": "KETTLE-17", "serial": "K17-0001"}\
            """);
        assertThat(shopper.get(STAFF, path)).hasStatusOk();
        assertProblem(shopper.get(SOMEBODY_ELSE, path), 404, "not_found");
        shop.isAway("code");
        assertProblem(shopper.get(CUSTOMER, path), 503, "unavailable");
        assertThat(shopper.get(CUSTOMER, path.replace("told.signed", "told")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"genuine\": false, \"verdict\": \"forged\"}");
    }
}
