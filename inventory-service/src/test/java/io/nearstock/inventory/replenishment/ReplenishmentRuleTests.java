package io.nearstock.inventory.replenishment;

import static io.nearstock.inventory.replenishment.Needs.daily;
import static io.nearstock.inventory.replenishment.Needs.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.PlanningSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplenishmentRuleTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");

    private final ReplenishmentRule rule = new ReplenishmentRule(PlanningSettings.DEFAULTS);

    private Need need(int position, double mean, SupplyOffer... offers) {
        return rule.need(position, daily("TEA@hub_1", TODAY, mean, 2), List.of(offers), TODAY)
                .orElseThrow();
    }

    @Test
    void buysNothingAboveTheReorderPoint() {
        var offers = List.of(offer("sup_1", 100, 1, 1, 9));
        var forecast = daily("TEA@hub_1", TODAY, 4, 2);
        var reorderPoint = need(0, 4, offers.getFirst()).reorderPoint();

        assertThat(rule.need(reorderPoint, forecast, offers, TODAY)).isPresent();
        assertThat(rule.need(reorderPoint + 1, forecast, offers, TODAY)).isEmpty();
    }

    /** Ten days of four are forty; errors of two a day and a lead time that varies by 2.25 days make a deviation of 11. */
    @Test
    void coversLeadTimeDemandAtTheServiceLevel() {
        var need = need(5, 4, offer("sup_1", 100, 1, 1, 9));

        assertThat(need.mean()).isEqualTo(40);
        assertThat(need.deviation()).isEqualTo(Math.sqrt(10 * 4 + 16 * 2.25 * 2.25));
        assertThat(need.reorderPoint()).isBetween(57, 62);
        assertThat(need.orderUpTo()).isEqualTo(need.reorderPoint() + 28);
        assertThat(need.quantity()).isEqualTo(need.orderUpTo() - 5);
    }

    @Test
    void buysOfTheCheapestAndOfEquallyCheapOnesOfTheFastest() {
        var need = need(
                0,
                4,
                offer("sup_dear", 120, 1, 1, 1),
                offer("sup_slow", 100, 1, 1, 9),
                offer("sup_fast", 100, 1, 1, 3));

        assertThat(need.offer()).isEqualTo(offer("sup_fast", 100, 1, 1, 3));
    }

    @Test
    void namesAShortageThatNobodyOffersAgainst() {
        var need = need(0, 4);

        assertThat(need.offer()).isNull();
        assertThat(need.leadTimeDays()).isEqualTo(PlanningSettings.DEFAULTS.leadTimeDays());
        assertThat(need.quantity()).isPositive();
    }

    @Test
    void wantsNothingWhereNothingIsWanted() {
        assertThat(rule.need(0, daily("TEA@hub_1", TODAY, 0, 0), List.of(), TODAY))
                .isEmpty();
    }

    @Test
    void keepsToPacksAndMinimumsAndReachesItsLevelWhateverTheFigures() {
        var random = new Random(5);
        for (var round = 0; round < 2000; round++) {
            var offer = offer("sup_1", 100, 1 + random.nextInt(50), 1 + random.nextInt(24), 1 + random.nextInt(60));
            var mean = 0.05 + random.nextDouble() * 30;
            var forecast = daily("TEA@hub_1", TODAY, mean, random.nextDouble() * 10);
            var position = random.nextInt(40);
            rule.need(position, forecast, List.of(offer), TODAY).ifPresent(need -> {
                assertThat(need.quantity() % offer.packSize()).isZero();
                assertThat(need.quantity()).isGreaterThanOrEqualTo(offer.minimumQuantity());
                assertThat(need.position() + need.quantity()).isGreaterThanOrEqualTo(need.orderUpTo());
                assertThat(need.quantity())
                        .isLessThan(Math.max(offer.minimumQuantity(), need.orderUpTo() - need.position())
                                + offer.packSize());
            });
        }
    }
}
