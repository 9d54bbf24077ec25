package io.nearstock.order.checkout;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.SOMEBODY_ELSE;
import static io.nearstock.order.Shopper.address;
import static io.nearstock.order.Shopper.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.Calm;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubShop;
import io.nearstock.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OrderServiceTest
class CheckoutControllerTests {

    private final Shopper shopper;
    private final Calm calm;
    private final StubShop shop;

    CheckoutControllerTests(Shopper shopper, Calm calm, StubShop shop) {
        this.shopper = shopper;
        this.calm = calm;
        this.shop = shop;
    }

    @AfterEach
    void calmDown() {
        calm.again();
    }

    @Test
    void pricesPlansAndHolds() {
        var answer = checkOut("KETTLE");

        assertThat(answer).hasStatus(201).containsHeader("Location").bodyJson().isLenientlyEqualTo("""
            {"lines": [{"sku": "KETTLE", "quantity": 2, "unitPrice": {"amount": 2500}, "total": {"amount": 5000}}],
             "total": {"amount": 5000}, "payNow": {"amount": 1000}, "payOnAcceptance": {"amount": 4000},
             "delivery": {"promisedDate": "2026-11-26", "plan": [{"hubId": "hub_1"}]},
             "expiresAt": "2099-01-01T00:00:00Z"}\
            """);
        assertThat(shop.heldFor(shopper.orderId(answer))).hasSize(1);
        assertThat(shop.claimant(shop.heldFor(shopper.orderId(answer)).getFirst()))
                .isEmpty();
    }

    @Test
    void isThereToBeReadByItsCustomerOnly() {
        var id = shopper.orderId(checkOut("KETTLE"));

        assertThat(shopper.get(CUSTOMER, "/api/checkouts/" + id)).hasStatus(200).containsHeader("ETag");
        assertProblem(shopper.get(SOMEBODY_ELSE, "/api/checkouts/" + id), 404, "not_found");
    }

    @Test
    void namesEveryShortLine() {
        var lines = """
            {"lines": [{"sku": "SCARCE-1", "quantity": 2}, {"sku": "KETTLE", "quantity": 1}], "address": %s}\
            """.formatted(address());

        var answer = shopper.post(CUSTOMER, "/api/checkouts", lines);

        assertProblem(answer, 409, "insufficient_stock");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].available").isEqualTo(0);
    }

    @Test
    void givesTheHoldBackWhenThereIsNoQuote() {
        shop.isAway("quote");

        assertProblem(checkOut("KETTLE"), 503, "unavailable");

        assertThat(shop.calls("/release", "no_quote")).isPositive();
    }

    @Test
    void explainsWhatPromotionsTakeOffAndStandsNoLongerThanTheirUses() {
        assertThat(checkOut("LIMITED")).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"lines": [{"discounts": [{"promotionId": "prm_1", "amount": {"amount": 500}}]}],
             "discounts": [{"promotionId": "prm_1", "name": "First", "amount": {"amount": 500}}],
             "total": {"amount": 4500}, "expiresAt": "2098-01-01T00:00:00Z"}\
            """);
    }

    @Test
    void givesUsesBackWhereTheStockIsShort() {
        assertProblem(checkOut("SCARCE-LIMITED"), 409, "insufficient_stock");

        assertThat(shop.calls("/release", "redemptions")).isPositive();
    }

    @Test
    void isInTheCurrencyThatItNamesOrHoldsNothing() {
        var named = """
            {"lines": [{"sku": "%s", "quantity": 1}], "address": %s, "currency": "KWD"}\
            """;

        assertThat(shopper.post(CUSTOMER, "/api/checkouts", named.formatted("LIMITED", address())))
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"discounts": [{"amount": {"amount": 500, "currency": "KWD"}}],
                     "total": {"amount": 2000, "currency": "KWD"}, "payNow": {"amount": 400, "currency": "KWD"}}\
                    """);
        var before = shop.calls("/release", "no_quote");
        var refusal = shopper.post(CUSTOMER, "/api/checkouts", named.formatted("HOME-TEA", address()));
        assertProblem(refusal, 422, "no_price_in_currency");
        assertThat(refusal).bodyJson().extractingPath("$.errors[0].sku").isEqualTo("HOME-TEA");
        assertThat(shop.calls("/release", "no_quote")).isEqualTo(before + 1);
    }

    @Test
    void refusesAnEmptyCart() {
        var nobody = TestTokens.bearer("acc_nobody", "customer");

        assertProblem(shopper.post(nobody, "/api/checkouts", "{\"address\": " + address() + "}"), 409, "cart_empty");
    }

    private MvcTestResult checkOut(String sku) {
        var lines = """
            {"lines": [{"sku": "%s", "quantity": 2}], "address": %s}\
            """.formatted(sku, address());
        return shopper.post(CUSTOMER, "/api/checkouts", lines);
    }
}
