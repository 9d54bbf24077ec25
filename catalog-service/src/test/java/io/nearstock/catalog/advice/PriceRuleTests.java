package io.nearstock.catalog.advice;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.advice.Advice.Reason.BELOW_COST;
import static io.nearstock.catalog.advice.Advice.Reason.OVERSTOCKED;
import static io.nearstock.catalog.advice.Advice.Reason.RUNNING_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.catalog.Edit;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.advice.DemandOutlook.Elasticity;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A product of 19.99 of which 28 are wanted in 28 days. */
class PriceRuleTests {

    private static final Duration LONG = Duration.ofDays(60);

    private final PriceRule rule = new PriceRule(AdviceSettings.DEFAULTS);

    @Test
    void whatLastsTooLongIsToSellInTime() {
        var advice = advise(124, 0, null, 2).orElseThrow();

        assertThat(advice.reason()).isEqualTo(OVERSTOCKED);
        assertThat(advice.price()).isEqualTo(pence(1999));
        assertThat(advice.proposed()).isEqualTo(pence(1499)); // 19.99 (124 / 60)^(-1/2) = 13.91, not more than 30 % off
        assertThat(advice.coverDays()).isCloseTo(124, within(1e-9));
        assertThat(advice.atPrice().units()).isCloseTo(28, within(1e-9));
        assertThat(advice.atProposed().units()).isCloseTo(28 * Math.pow(1999.0 / 1499, 2), within(1e-9));
        assertThat(advice.atProposed().low()).isLessThan(advice.atProposed().units());
        assertThat(advice.atProposed().high()).isGreaterThan(advice.atProposed().units());
    }

    /** Stock for so many days, what another one costs, and what is proposed. */
    @ParameterizedTest
    @CsvSource({
        "121, 4, , 1699", // 19.99 (121 / 60)^(-1/4) = 16.77
        "121, 4, 1300, 1799", // 13.00 · 4 / 3 = 17.33 earns most
        "121, 1.5, 1800, ", // 54.00 would earn most
        "119, 4, , ",
        "5, 2, , 2099", // 19.99 (5 / 10)^(-1/2) = 28.27, not more than 10 % on
        "9.8, 2, , ", // 20.19 would not be worth it
        "50, 2, 2050, 2199|BELOW", // never sold for what it costs
    })
    void proposesWhatItSays(double days, double elasticity, @Nullable Long cost, @Nullable String proposed) {
        var advice = advise(days, 0, cost, elasticity);

        if (proposed == null) {
            assertThat(advice).isEmpty();
        } else if (proposed.endsWith("|BELOW")) {
            assertThat(advice.orElseThrow().reason()).isEqualTo(BELOW_COST);
        } else {
            assertThat(advice.orElseThrow().proposed()).isEqualTo(pence(Long.parseLong(proposed)));
        }
    }

    @Test
    void whatNobodyWantsIsReducedAsFarAsMayBe() {
        var unwanted = new DemandOutlook("P", 28, 0, 40, 0, null, elasticity(2));

        var advice = rule.advise(costing(1999), unwanted, NOW.plus(LONG)).orElseThrow();

        assertThat(advice.proposed()).isEqualTo(pence(1399 + 100)); // 13.99 would be a penny more than 30 %
        assertThat(advice.coverDays()).isNull();
        assertThat(advice.atProposed().units()).isZero();
    }

    @Test
    void whatIsOnOrderCountsAsThere() {
        assertThat(advise(5, 1, null, 2)).isEmpty();
        assertThat(advise(100, 100, null, 2).orElseThrow().reason()).isEqualTo(OVERSTOCKED);
        assertThat(advise(5, 0, null, 2).orElseThrow().reason()).isEqualTo(RUNNING_OUT);
        assertThat(advise(0, 0, null, 2)).isEmpty();
    }

    /** Demand has not answered it yet. */
    @Test
    void aNewPriceIsLeftAlone() {
        var product = costing(2999);
        var now = NOW.plus(LONG);
        var reduced = ((Progress) product.describe(
                        product.details().costing(pence(1999)), Edit.by("acc_staff", now.minus(Duration.ofDays(20)))))
                .product();
        var outlook = outlook(124, 0, null, 2);

        assertThat(rule.advise(reduced, outlook, now)).isEmpty();
        assertThat(rule.advise(reduced, outlook, now.plus(Duration.ofDays(1)))).isPresent();
    }

    @Test
    void costsInAnotherCurrencyAreNotCompared() {
        var dollars = new DemandOutlook("P", 28, 28, 124, 0, new Money(5000, "USD"), elasticity(2));

        assertThat(rule.advise(costing(1999), dollars, NOW.plus(LONG))).isPresent();
    }

    @Test
    void isAlwaysWithinBoundsAndNeverBelowCostForASale() {
        var random = new SplittableRandom(7);
        for (int trial = 0; trial < 20_000; trial++) {
            var price = random.nextLong(1, 100_000);
            var cost = random.nextBoolean() ? null : random.nextLong(1, 100_000);
            var outlook = outlook(random.nextInt(400), random.nextInt(3), cost, random.nextDouble(0.01, 8));
            rule.advise(costing(price), outlook, NOW.plus(LONG)).ifPresent(advice -> {
                var proposed = advice.proposed().amount();
                assertThat(proposed).isPositive().isNotEqualTo(price);
                switch (advice.reason()) {
                    case OVERSTOCKED -> {
                        assertThat((double) proposed).isBetween(price * 0.7, price * 0.98);
                        assertThat(cost == null || proposed >= cost).isTrue();
                    }
                    case RUNNING_OUT, BELOW_COST ->
                        assertThat((double) proposed).isBetween(price * 1.02, price * 1.1);
                }
            });
        }
    }

    private Optional<Advice> advise(double days, int incoming, @Nullable Long cost, double elasticity) {
        return rule.advise(costing(1999), outlook(days, incoming, cost, elasticity), NOW.plus(LONG));
    }

    private static DemandOutlook outlook(double days, int incoming, @Nullable Long cost, double elasticity) {
        var unitCost = cost == null ? null : pence(cost);
        var stock = (int) days;
        var expected = days == 0 ? 28 : 28 * stock / days;
        return new DemandOutlook("P", 28, expected, stock, incoming, unitCost, elasticity(elasticity));
    }

    private static Elasticity elasticity(double mean) {
        return new Elasticity(mean, mean / 2, mean * 2, 1);
    }

    private static Product costing(long pence) {
        return offered("prd_p", "P", "Priced", "priced", pence).product();
    }

    private static Money pence(long amount) {
        return new Money(amount, "GBP");
    }
}
