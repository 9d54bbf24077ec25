package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static io.nearstock.acceptance.shop.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
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

        var first = buyer.order(Map.of(good.sku(), 2), "tok_visa", key).is(201);
        var again = together(8, () -> buyer.order(Map.of(good.sku(), 2), "tok_visa", key));
        world.stack().launcher().run("restart", "order-service");
        var afterRestart = buyer.order(Map.of(good.sku(), 2), "tok_visa", key);

        var orderId = first.text("/id");
        assertThat(again).allSatisfy(answer -> assertReplayed(answer, orderId));
        assertReplayed(afterRestart, orderId);
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

        var answers = together(10, () -> buyer.order(Map.of(good.sku(), 1), "tok_visa", key));

        var ids = answers.stream().filter(answer -> answer.status() == 201).map(answer -> answer.text("/id"));
        assertThat(ids.distinct()).hasSize(1);
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.raw()).isIn(201, 409));
        assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(busy -> {
            busy.isProblem(409, "idempotency_in_progress");
            assertThat(busy.header("Retry-After")).isNotEmpty();
        });
        assertThat(world.allocated(good.sku())).isOne();
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        var good = world.newGood(2500, 50);
        var buyer = world.newCustomer();
        var key = UUID.randomUUID().toString();
        buyer.order(Map.of(good.sku(), 1), "tok_visa", key).is(201);

        buyer.order(Map.of(good.sku(), 2), "tok_visa", key).isProblem(422, "idempotency_key_reused");

        assertThat(world.allocated(good.sku())).isOne();
    }

    @Test
    void belongsToOnePersonOnly() {
        var good = world.newGood(2500, 50);
        var key = UUID.randomUUID().toString();
        var orders = List.of(world.newCustomer(), world.newCustomer()).stream()
                .map(buyer -> buyer.order(Map.of(good.sku(), 1), "tok_visa", key)
                        .is(201)
                        .text("/id"));

        assertThat(orders.distinct()).hasSize(2);
    }

    private static void assertReplayed(Answer answer, String orderId) {
        answer.is(201);
        assertThat(answer.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(answer.text("/id")).isEqualTo(orderId);
    }
}
