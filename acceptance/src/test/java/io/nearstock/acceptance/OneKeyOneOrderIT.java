package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static io.nearstock.acceptance.shop.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class OneKeyOneOrderIT {

    private final World world;

    OneKeyOneOrderIT(World world) {
        this.world = world;
    }

    @Test
    void isOneChargeAndOneMailHoweverOftenAndWhereItArrives() {
        var good = world.newGood(2500, 50);
        var buyer = world.newCustomer();
        var key = UUID.randomUUID().toString();

        var first = buyer.order(Map.of(good.sku(), 2), "tok_visa", key);
        var again = together(8, () -> buyer.order(Map.of(good.sku(), 2), "tok_visa", key));

        var orderId = buyer.confirmed(first).text("/id");
        assertThat(again).allSatisfy(answer -> {
            answer.is(first.status());
            assertThat(answer.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(answer.text("/id")).isEqualTo(orderId);
        });
        assertThat(world.kept(orderId)).isEqualTo(1000);
        assertThat(world.allocated(good.sku())).isEqualTo(2);
        assertThat(buyer.api().get("/api/orders").is(200).body().path("items")).hasSize(1);
        eventually(() -> assertThat(world.mails(buyer, orderId)).hasSize(1));
    }

    @Test
    void isOneOrderWhenTenArriveAtOnce() {
        var good = world.newGood(2500, 50);
        var buyer = world.newCustomer();
        var key = UUID.randomUUID().toString();

        var order = Person.orderOf(Map.of(good.sku(), 1), "tok_visa");

        var answers = together(10, () -> buyer.api().postOnce("/api/orders", order, key));
        var orderId =
                buyer.confirmed(buyer.api().post("/api/orders", order, key)).text("/id");

        assertThat(answers).allSatisfy(answer -> {
            if (answer.isDecided()) {
                assertThat(answer.status()).as(answer.raw()).isIn(201, 202);
                assertThat(answer.text("/id")).isEqualTo(orderId);
            } else {
                assertSaysWhenToComeBack(answer);
            }
        });
        assertThat(world.allocated(good.sku())).isOne();
    }

    /** 503 on a machine so slow that nobody could say in time. */
    private static void assertSaysWhenToComeBack(Answer answer) {
        assertThat(answer.header("Retry-After")).isNotEmpty();
        if (answer.status() != 503) {
            answer.isProblem(409, "idempotency_in_progress");
        }
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        var good = world.newGood(2500, 50);
        var buyer = world.newCustomer();
        var key = UUID.randomUUID().toString();
        buyer.confirmed(buyer.order(Map.of(good.sku(), 1), "tok_visa", key));

        buyer.order(Map.of(good.sku(), 2), "tok_visa", key).isProblem(422, "idempotency_key_reused");

        assertThat(world.allocated(good.sku())).isOne();
    }

    @Test
    void belongsToOnePersonOnly() {
        var good = world.newGood(2500, 50);
        var key = UUID.randomUUID().toString();
        var orders = List.of(world.newCustomer(), world.newCustomer()).stream()
                .map(buyer -> buyer.confirmed(buyer.order(Map.of(good.sku(), 1), "tok_visa", key)))
                .map(order -> order.text("/id"));

        assertThat(orders.distinct()).hasSize(2);
    }
}
