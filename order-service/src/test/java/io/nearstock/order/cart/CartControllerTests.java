package io.nearstock.order.cart;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.STAFF;
import static io.nearstock.order.Shopper.address;
import static io.nearstock.order.Shopper.assertProblem;
import static io.nearstock.order.Shopper.orderOfCheckout;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubProvider;
import io.nearstock.order.StubShop;
import io.nearstock.testkit.TestTokens;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class CartControllerTests {

    private final Shopper shopper;
    private final StubShop shop;
    private final StubProvider provider;

    CartControllerTests(Shopper shopper, StubShop shop, StubProvider provider) {
        this.shopper = shopper;
        this.shop = shop;
        this.provider = provider;
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
    void isPaidInTheCurrencyThatWasChosenWhateverBecomesOfItsCoupon() {
        var jun = TestTokens.bearer("acc_jun", "customer");
        shopper.put(jun, "/api/cart/items/KETTLE", "{\"quantity\": 3}");
        shopper.post(jun, "/api/cart/coupon", "{\"coupon\": \"FIRST\"}");

        assertThat(shopper.put(jun, "/api/cart/currency", "{\"currency\": \"JPY\"}"))
                .hasStatus(200)
                .bodyJson()
                .isStrictlyEqualTo("""
                    {"items": [{"sku": "KETTLE", "quantity": 3}], "coupon": "FIRST", "currency": "JPY"}\
                    """);
        shopper.delete(jun, "/api/cart/coupon");
        var checkout = shopper.post(jun, "/api/checkouts", "{\"address\": " + address() + "}");
        assertThat(checkout).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"total": {"amount": 7500, "currency": "JPY"}, "payNow": {"amount": 1500, "currency": "JPY"}}\
            """);
        var order = shopper.post(jun, "/api/orders", orderOfCheckout(shopper.orderId(checkout), "tok_visa"));

        assertThat(order).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"total": {"amount": 7500, "currency": "JPY"}, "payment": {"captured": {"amount": 1500, "currency": "JPY"}}}\
            """);
        assertThat(provider.callbacks(shopper.orderId(order)).getFirst()).contains("\"JPY\"");
        assertThat(shopper.get(jun, "/api/cart"))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": [], \"currency\": \"JPY\"}");
    }

    @Test
    void staysInItsCurrencyWhereSomethingHasNoPriceInTheOther() {
        var liv = TestTokens.bearer("acc_liv", "customer");
        shopper.put(liv, "/api/cart/items/HOME-TEA", "{\"quantity\": 1}");

        var refusal = shopper.put(liv, "/api/cart/currency", "{\"currency\": \"EUR\"}");

        assertProblem(refusal, 422, "no_price_in_currency");
        assertThat(refusal).bodyJson().extractingPath("$.errors[0].sku").isEqualTo("HOME-TEA");
        assertProblem(shopper.put(liv, "/api/cart/currency", "{\"currency\": \"XAU\"}"), 422, "unknown_currency");
        assertProblem(shopper.put(liv, "/api/cart/currency", "{\"currency\": \"euro\"}"), 422, "invalid_request");
        assertThat(shopper.get(liv, "/api/cart")).bodyJson().isStrictlyEqualTo("""
            {"items": [{"sku": "HOME-TEA", "quantity": 1}]}\
            """);
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
