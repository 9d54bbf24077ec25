package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static io.nearstock.acceptance.shop.Together.together;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class LastUnitIT {

    private static final int BUYERS = 100;

    private final World world;

    LastUnitIT(World world) {
        this.world = world;
    }

    @Test
    void isSoldOnceHoweverManyWantItAtOnce() {
        var good = world.newGood(1999, 1);
        var buyer = world.newCustomer();

        var answers = together(BUYERS, () -> buyer.order(Map.of(good.sku(), 1), "tok_visa"));

        assertThat(answers.stream().collect(groupingBy(LastUnitIT::isAccepted, counting())))
                .isEqualTo(Map.of(true, 1L, false, BUYERS - 1L));
        assertThat(answers).filteredOn(answer -> !isAccepted(answer)).allSatisfy(refusal -> {
            refusal.isProblem(409, "insufficient_stock");
            assertThat(refusal.text("/errors/0/sku")).isEqualTo(good.sku());
        });
        assertThat(world.allocated(good.sku())).isOne();
        assertThat(world.available(good.sku())).isZero();
        eventually(() -> assertThat(
                        buyer.api().get("/api/orders").is(200).body().path("items"))
                .singleElement()
                .satisfies(order -> assertThat(order.path("status").asString()).isEqualTo("confirmed")));
        eventually(() -> assertThat(movements(good.sku(), "hold") - movements(good.sku(), "release"))
                .as("held, and not given back by who was told no price in time")
                .isOne());
    }

    /** 202 where it takes long: then it is confirmed later. */
    private static boolean isAccepted(Answer answer) {
        return answer.status() == 201 || answer.status() == 202;
    }

    private long movements(String sku, String kind) {
        return world.movements(sku).stream()
                .filter(movement -> movement.path("kind").asString().equals(kind))
                .count();
    }

    @Test
    void isHeldAsOneSumWhenTwoLinesAskForIt() {
        var good = world.newGood(500, 3);
        var buyer = world.newCustomer();
        var twice = Map.of(
                "lines",
                List.of(Map.of("sku", good.sku(), "quantity", 2), Map.of("sku", good.sku(), "quantity", 2)),
                "address",
                Person.address(),
                "payment",
                Person.card("tok_visa", "full"));

        buyer.api().post("/api/orders", twice).isProblem(409, "insufficient_stock");

        assertThat(world.allocated(good.sku())).isZero();
        assertThat(world.available(good.sku())).isEqualTo(3);
    }
}
