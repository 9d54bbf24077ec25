package io.nearstock.inventory.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTimeDemandTests {

    /** Poisson's tables: 95 % of counts around 10 are at most 15, around 1 at most 3. */
    @Test
    void agreesWithPoissonWhereVarianceIsTheMean() {
        assertThat(new LeadTimeDemand(10, 10).quantile(0.95)).isEqualTo(15);
        assertThat(new LeadTimeDemand(1, 1).quantile(0.95)).isEqualTo(3);
        assertThat(new LeadTimeDemand(0, 0).quantile(0.95)).isZero();
    }

    @Test
    void isSkewedForManyToo() {
        assertThat(new LeadTimeDemand(1000, 10_000).quantile(0.95)).isEqualTo(1170);
        assertThat(new LeadTimeDemand(1000, 10_000).quantile(0.5)).isEqualTo(997);
    }

    /** Negative binomial counts are Poisson's with a rate that is gamma distributed, here of an integer shape. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void isStayedBelowAsOftenAsItSays(int shape) {
        var random = new Random(shape);
        var mean = 12.0;
        var level = new LeadTimeDemand(mean, mean + mean * mean / shape).quantile(0.9);
        var below = 0;
        for (var draw = 0; draw < 20_000; draw++) {
            below += poisson(random, gamma(random, shape) * mean / shape) <= level ? 1 : 0;
        }

        assertThat(below / 20_000.0).isBetween(0.89, 0.93);
    }

    private static double gamma(Random random, int shape) {
        var sum = 0.0;
        for (var part = 0; part < shape; part++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum;
    }

    private static int poisson(Random random, double rate) {
        var count = 0;
        var product = random.nextDouble();
        while (product > Math.exp(-rate)) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
