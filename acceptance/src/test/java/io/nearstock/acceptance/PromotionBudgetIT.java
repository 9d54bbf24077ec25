package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static io.nearstock.acceptance.shop.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Good;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.Together;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class PromotionBudgetIT {

    private static final int USES = 10;

    private final World world;

    PromotionBudgetIT(World world) {
        this.world = world;
    }

    @Test
    void isNeverExceededHoweverManyCheckOutAtOnceAndACancelledOrderGivesItsUseBack() {
        var good = world.newGood(2000, 30);
        var coupon = World.unique("TEN-");
        var promotion = promise(good, coupon, Map.of("budget", Map.of("uses", USES)));
        var buyer = world.newCustomer();

        var answers = Together.together(USES + 1, () -> checkOut(buyer, good, coupon));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(USES);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(refusal -> refusal.isProblem(422, "coupon_used_up"));
        assertThat(uses(promotion)).isEqualTo(USES);

        var checkout = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        var order = buyer.confirmed(order(buyer, checkout.text("/id")));
        assertThat(order.body().at("/total/amount").asInt()).isEqualTo(1500);
        assertThat(order.text("/lines/0/discounts/0/promotionId")).isEqualTo(promotion);
        assertThat(order.body().at("/lines/0/discounts/0/amount/amount").asInt())
                .isEqualTo(500);
        buyer.api().post("/api/orders/" + order.text("/id") + "/cancel", Map.of());

        eventually(() -> assertThat(uses(promotion)).isEqualTo(USES - 1));
        assertThat(checkOut(buyer, good, coupon).status()).isEqualTo(201);
    }

    @Test
    void getsBackWhatNobodyOrdersTogetherWithTheStock() {
        var good = world.newGood(2000, 2);
        var coupon = World.unique("GONE-");
        var promotion = promise(good, coupon, Map.of("budget", Map.of("uses", 1)));
        var buyer = world.newCustomer();
        var checkoutId = checkOut(buyer, good, coupon).is(201).text("/id");
        assertThat(uses(promotion)).isOne();
        assertThat(world.available(good.sku())).isOne();

        within(
                Duration.ofSeconds(90),
                () -> assertThat(world.available(good.sku())).isEqualTo(2));

        eventually(() -> assertThat(uses(promotion)).isZero());
        within(Duration.ofSeconds(20), () -> assertExpired(good));
        order(buyer, checkoutId).isProblem(409, "checkout_expired");
        assertThat(world.available(good.sku())).isEqualTo(2);
    }

    private void assertExpired(Good good) {
        assertThat(world.movements(good.sku())).anySatisfy(movement -> {
            assertThat(movement.path("kind").asString()).isEqualTo("release");
            assertThat(movement.path("reason").asString()).isEqualTo("expired");
            assertThat(movement.path("quantity").asInt()).isOne();
        });
    }

    @Test
    void isSharedSoThatNobodyHasMoreThanTheirPart() {
        var good = world.newGood(2000, 10);
        var coupon = World.unique("ONE-");
        promise(good, coupon, Map.of("perCustomerLimit", 1));
        var first = world.newCustomer();

        assertThat(statuses(first, good, coupon)).containsExactly(201, 422, 422);
        assertThat(checkOut(world.newCustomer(), good, coupon).status()).isEqualTo(201);
    }

    private static List<Integer> statuses(Person buyer, Good good, String coupon) {
        return IntStream.range(0, 3)
                .mapToObj(_ -> checkOut(buyer, good, coupon).status())
                .toList();
    }

    /** A quarter off this good for whoever names the coupon. */
    private String promise(Good good, String coupon, Map<String, Object> limits) {
        var promotion = new HashMap<String, Object>(limits);
        promotion.put("name", "A quarter off");
        promotion.put("kind", "percentage");
        promotion.put("benefit", Map.of("percent", 25));
        promotion.put("target", Map.of("skus", List.of(good.sku())));
        promotion.put("startsAt", "2026-01-01T00:00:00Z");
        promotion.put("endsAt", "2099-01-01T00:00:00Z");
        promotion.put("coupon", coupon);
        return world.staff().post("/api/promotions", promotion).is(201).text("/id");
    }

    private int uses(String promotion) {
        return world.staff()
                .get("/api/promotions/" + promotion + "/usage")
                .is(200)
                .body()
                .path("uses")
                .asInt();
    }

    private static Answer checkOut(Person buyer, Good good, String coupon) {
        var body = Map.of("lines", Person.lines(Map.of(good.sku(), 1)), "address", Person.address(), "coupon", coupon);
        return buyer.api().post("/api/checkouts", body);
    }

    private static Answer order(Person buyer, String checkoutId) {
        var body = Map.of("checkoutId", checkoutId, "payment", Person.card("tok_visa", "full"));
        return buyer.api().post("/api/orders", body);
    }
}
