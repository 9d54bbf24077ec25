package io.nearstock.order.cart;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.STAFF;
import static io.nearstock.order.Shopper.address;
import static io.nearstock.order.Shopper.assertProblem;
import static io.nearstock.order.Shopper.orderOfCheckout;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubShop;
import io.nearstock.testkit.TestTokens;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class CartControllerTests {

    private final Shopper shopper;
    private final StubShop shop;

    CartControllerTests(Shopper shopper, StubShop shop) {
        this.shopper = shopper;
        this.shop = shop;
    }

    @Test
    void keepsWhatWasPutInUntilItIsTakenOut() {
        var ada = TestTokens.bearer("acc_ada", "customer");
        shopper.put(ada, "/api/cart/items/TEA%2050", "{\"quantity\": 3}");
        shopper.put(ada, "/api/cart/items/KETTLE", "{\"quantity\": 1}");
        shopper.put(ada, "/api/cart/items/TEA%2050", "{\"quantity\": 2}");

        assertThat(shopper.get(ada, "/api/cart")).hasStatus(200).bodyJson().isStrictlyEqualTo("""
            {"items": [{"sku": "TEA 50", "quantity": 2}, {"sku": "KETTLE", "quantity": 1}]}\
            """);
        assertThat(shopper.delete(ada, "/api/cart/items/KETTLE")).hasStatus(204);
        assertThat(shopper.get(ada, "/api/cart"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void keepsOneCouponUntilItIsOrderedOrForgotten() {
        var eve = TestTokens.bearer("acc_eve", "customer");
        shopper.put(eve, "/api/cart/items/KETTLE", "{\"quantity\": 1}");
        shopper.post(eve, "/api/cart/coupon", "{\"coupon\": \"FIRST\"}");

        assertThat(shopper.post(eve, "/api/cart/coupon", "{\"coupon\": \"SPRING\"}"))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.coupon")
                .isEqualTo("SPRING");
        assertProblem(shopper.post(eve, "/api/cart/coupon", "{\"coupon\": \"GONE\"}"), 422, "coupon_used_up");
        var checkout = shopper.post(eve, "/api/checkouts", "{\"address\": " + address() + "}");
        assertThat(shop.calls("/internal/quotes", "SPRING")).isGreaterThanOrEqualTo(2);
        assertThat(shopper.get(eve, "/api/cart"))
                .bodyJson()
                .extractingPath("$.coupon")
                .isEqualTo("SPRING");

        shopper.post(eve, "/api/orders", orderOfCheckout(shopper.orderId(checkout), "tok_visa"));

        assertThat(shopper.get(eve, "/api/cart")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        shopper.post(eve, "/api/cart/coupon", "{\"coupon\": \"LATER\"}");
        assertThat(shopper.delete(eve, "/api/cart/coupon")).hasStatus(204);
        assertThat(shopper.get(eve, "/api/cart")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
    }

    @Test
    void refusesAQuantityThatIsNone() {
        assertProblem(shopper.put(CUSTOMER, "/api/cart/items/TEA", "{\"quantity\": 0}"), 422, "invalid_request");
    }

    @Test
    void belongsToACustomer() {
        assertProblem(shopper.get(STAFF, "/api/cart"), 403, "forbidden");
    }

    @Test
    void isEmptyOnceItIsOrdered() {
        var bob = TestTokens.bearer("acc_bob", "customer");
        shopper.put(bob, "/api/cart/items/KETTLE", "{\"quantity\": 2}");
        var checkout = shopper.post(bob, "/api/checkouts", "{\"address\": " + address() + "}");
        shopper.put(bob, "/api/cart/items/TEA", "{\"quantity\": 1}");

        var order = shopper.post(bob, "/api/orders", orderOfCheckout(shopper.orderId(checkout), "tok_visa"));

        assertThat(order).hasStatus(201);
        assertThat(shopper.get(bob, "/api/cart")).bodyJson().isStrictlyEqualTo("""
            {"items": [{"sku": "TEA", "quantity": 1}]}\
            """);
    }
}
