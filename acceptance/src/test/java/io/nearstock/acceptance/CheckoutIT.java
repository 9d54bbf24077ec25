package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class CheckoutIT {

    private final World world;

    CheckoutIT(World world) {
        this.world = world;
    }

    @Test
    void becomesOneOrderOnly() {
        var good = world.newGood(1000, 10);
        var buyer = world.newCustomer();
        var checkoutId = checkOut(buyer, good.sku(), 2).is(201).text("/id");

        var answers = together(6, () -> order(buyer, checkoutId));

        // 202 where the provider takes longer than the shop lets anybody wait
        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 300)
                .allSatisfy(refusal -> refusal.isProblem(409, "checkout_used"));
        order(buyer, checkoutId).isProblem(409, "checkout_used");
        assertThat(world.allocated(good.sku())).isEqualTo(2);
    }

    @Test
    void belongsToWhoeverMadeIt() {
        var good = world.newGood(1000, 10);
        var checkoutId = checkOut(world.newCustomer(), good.sku(), 1).is(201).text("/id");

        order(world.newCustomer(), checkoutId).isProblem(404, "not_found");
    }

    @Test
    void saysEveryLineThatIsShortBeforeAnybodyPays() {
        var plenty = world.newGood(1000, 10);
        var scarce = world.newGood(1000, 1);
        var none = world.newGood(1000, 0);
        var goods = Map.of(plenty.sku(), 1, scarce.sku(), 2, none.sku(), 1);
        var body = Map.of("lines", Person.lines(goods), "address", Person.address());

        var refusal = world.newCustomer().api().post("/api/checkouts", body).isProblem(409, "insufficient_stock");

        var missing = World.items(refusal.body().path("errors"))
                .map(error -> error.path("sku").asString());
        assertThat(missing).containsExactlyInAnyOrder(scarce.sku(), none.sku());
        assertThat(world.available(plenty.sku())).isEqualTo(10);
    }

    private static Answer checkOut(Person buyer, String sku, int quantity) {
        var body = Map.of("lines", Person.lines(Map.of(sku, quantity)), "address", Person.address());
        return buyer.api().post("/api/checkouts", body);
    }

    private static Answer order(Person buyer, String checkoutId) {
        var body = Map.of("checkoutId", checkoutId, "payment", Person.card("tok_visa", "full"));
        return buyer.api().post("/api/orders", body);
    }
}
