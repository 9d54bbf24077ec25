package io.nearstock.order.placement;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.STAFF;
import static io.nearstock.order.Shopper.address;
import static io.nearstock.order.Shopper.assertProblem;
import static io.nearstock.order.Shopper.orderOf;
import static io.nearstock.order.Shopper.orderOfCheckout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.order.Calm;
import io.nearstock.order.Commands;
import io.nearstock.order.OrderServiceTest;
import io.nearstock.order.Shopper;
import io.nearstock.order.StubProvider;
import io.nearstock.order.StubShop;
import io.nearstock.testkit.TestEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class PlaceOrderControllerTests {

    private final Shopper shopper;
    private final Calm calm;
    private final StubShop shop;
    private final StubProvider provider;
    private final TestEvents events;
    private final Commands commands;

    PlaceOrderControllerTests(
            Shopper shopper, Calm calm, StubShop shop, StubProvider provider, TestEvents events, Commands commands) {
        this.shopper = shopper;
        this.calm = calm;
        this.shop = shop;
        this.provider = provider;
        this.events = events;
        this.commands = commands;
    }

    @AfterEach
    void calmDown() {
        calm.again();
    }

    @Test
    void confirmsAnOrderByLinesAndTakesTheDeposit() {
        var answer = shopper.order("tok_visa", "full");

        assertThat(answer).hasStatus(201).containsHeader("Location").containsHeader("ETag");
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
            {"status": "confirmed", "total": {"amount": 5000, "currency": "GBP"},
             "lines": [{"sku": "KETTLE", "productId": "prd_KETTLE", "quantity": 2, "total": {"amount": 5000}}],
             "payment": {"status": "deposit_paid", "plan": "full", "authorised": {"amount": 5000},
                         "captured": {"amount": 1000}, "refunded": {"amount": 0}, "outstanding": {"amount": 4000}},
             "shipments": [{"hub": {"id": "hub_1", "name": "Leeds"}, "status": "planned"}]}\
            """);
        assertThat(provider.kept(shopper.orderId(answer))).isEqualTo(1000);
    }

    @Test
    void authorisesOnlyTheDepositOfADepositPlan() {
        var order = shopper.confirmedOrder("deposit");

        assertThat(provider.kept(order)).isEqualTo(1000);
        assertThat(provider.authorised(order)).isZero();
    }

    @Test
    void tellsOthersThatItIsPlacedAndThenConfirmed() {
        var order = shopper.confirmedOrder("full");

        assertThat(events.await("order.placed", order).sequence()).isEqualTo(1);
        assertThat(events.await("order.confirmed", order).sequence()).isEqualTo(2);
    }

    @Test
    void namesEachShortLineBeforeAnybodyPays() {
        var answer = shopper.post(CUSTOMER, "/api/orders", orderOf("SCARCE-1", "tok_visa", "full"));

        assertProblem(answer, 409, "insufficient_stock");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("pointer", "/lines/0")
                .containsEntry("sku", "SCARCE-1")
                .containsEntry("requested", 2)
                .containsEntry("available", 0);
    }

    @Test
    void sellsNothingThatIsNotInTheCatalogueAndHoldsNothingOfIt() {
        var answer = shopper.post(CUSTOMER, "/api/orders", orderOf("UNKNOWN-1", "tok_visa", "full"));

        assertProblem(answer, 422, "unknown_sku");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/lines/0/sku");
        assertThat(shop.calls("/release", "order_not_placed")).isPositive();
    }

    @Test
    void namesTheOrderThatWaitsForAnotherCardWhenOneIsDeclined() {
        var answer = shopper.order("tok_declined", "full");

        assertProblem(answer, 402, "payment_declined");
        assertThat(answer).bodyJson().extractingPath("$.declineCode").isEqualTo("card_declined");
        assertThat(shopper.statusOf(shopper.orderId(answer))).isEqualTo("placed");
    }

    @Test
    void declinesACardThatTheProviderDoesNotKnow() {
        assertProblem(shopper.order("tok_unknown", "full"), 402, "payment_declined");
    }

    @Test
    void saysWhereTheCustomerProvesToBeTheCustomer() {
        var answer = shopper.order("tok_requires_action", "full");

        assertThat(answer).hasStatus(202);
        assertThat(answer).bodyJson().extractingPath("$.nextAction.url").isEqualTo("http://bank.example/approve");
    }

    @Test
    void takesAnAddressOfTheCustomersAddressBook() {
        var body = """
            {"lines": [{"sku": "KETTLE", "quantity": 1}], "addressLabel": "%s",
             "payment": {"method": "card", "token": "tok_visa"}}\
            """;

        var answer = shopper.post(CUSTOMER, "/api/orders", body.formatted("home"));

        assertThat(answer)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.address.city")
                .isEqualTo("Cambridge");
        assertProblem(shopper.post(CUSTOMER, "/api/orders", body.formatted("office")), 422, "unknown_address");
    }

    @Test
    void refusesWhatMakesNoSense() {
        var payment = "\"payment\": {\"method\": \"card\", \"token\": \"tok_visa\"}";
        var cheque = """
            {"lines": [{"sku": "KETTLE", "quantity": 0}], "address": %s,
             "payment": {"method": "cheque", "token": "tok_visa"}}\
            """.formatted(address());

        assertProblem(shopper.post(CUSTOMER, "/api/orders", cheque), 422, "invalid_request");
        assertProblem(shopper.post(CUSTOMER, "/api/orders", "{" + payment + "}"), 422, "basket_required");
        assertProblem(
                shopper.post(
                        CUSTOMER, "/api/orders", "{\"lines\": [{\"sku\": \"A\", \"quantity\": 1}], " + payment + "}"),
                422,
                "address_required");
    }

    @Test
    void isForCustomersOnly() {
        assertProblem(shopper.post(STAFF, "/api/orders", orderOf("KETTLE", "tok_visa", "full")), 403, "forbidden");
    }

    @Test
    void claimsTheUsesThatItsQuoteNeedsAndKeepsWhatTheyTookOff() {
        var answer = shopper.post(CUSTOMER, "/api/orders", orderOf("LIMITED-1", "tok_visa", "full"));

        assertThat(answer).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"lines": [{"sku": "LIMITED-1", "total": {"amount": 4500}, "discounts": [
               {"promotionId": "prm_1", "name": "First", "amount": {"amount": 500, "currency": "GBP"}}]}],
             "total": {"amount": 4500}}\
            """);
        var order = shopper.orderId(answer);
        assertThat(shop.redeemer(shop.heldFor(order).getFirst())).isEqualTo(order);
    }

    @Test
    void passesOnThatACouponIsUsedUp() {
        var body = orderOf("KETTLE", "tok_visa", "full").replace("\"payment\"", "\"coupon\": \"GONE\", \"payment\"");

        assertProblem(shopper.post(CUSTOMER, "/api/orders", body), 422, "coupon_used_up");
        var late = orderOfCheckout(shopper.checkout("KETTLE"), "tok_visa")
                .replace("\"payment\"", "\"coupon\": \"A\", \"payment\"");
        assertProblem(shopper.post(CUSTOMER, "/api/orders", late), 422, "coupon_of_checkout");
    }

    @Test
    void isPaidInTheCurrencyThatItNamesUnlessACheckoutHasOne() {
        var euros = orderOf("KETTLE", "tok_visa", "full").replace("\"payment\"", "\"currency\": \"EUR\", \"payment\"");

        var answer = shopper.post(CUSTOMER, "/api/orders", euros);

        assertThat(answer).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"total": {"amount": 5000, "currency": "EUR"}, "payment": {"captured": {"amount": 1000, "currency": "EUR"},
             "outstanding": {"amount": 4000, "currency": "EUR"}}}\
            """);
        var late = orderOfCheckout(shopper.checkout("KETTLE"), "tok_visa")
                .replace("\"payment\"", "\"currency\": \"EUR\", \"payment\"");
        assertProblem(shopper.post(CUSTOMER, "/api/orders", late), 422, "currency_of_checkout");
    }

    @Test
    void asksCatalogOnceWhereNoUsesAreNeeded() {
        var order = shopper.confirmedOrder("full");
        var hold = shop.heldFor(order).getFirst();

        assertThat(shop.calls("/internal/quotes", hold)).isEqualTo(1);
        assertThat(shop.calls("/redemptions/" + hold + "/claim", "")).isZero();
    }

    /** Key, reservation, order, confirmation, answer; the relay takes the two messages away in one or two more. */
    @Test
    void costsFiveCommandsAndTheRelays() {
        var order = shopper.confirmedOrder("full");
        events.await("order.confirmed", order);

        assertThat(commands.about(order)).hasSize(5);
        await().untilAsserted(() -> assertThat(commands.ofRelayAbout(order)).hasSizeBetween(1, 2));
    }
}
