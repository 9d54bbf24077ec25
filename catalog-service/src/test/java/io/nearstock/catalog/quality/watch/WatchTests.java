package io.nearstock.catalog.quality.watch;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Origin;
import io.nearstock.catalog.quality.aspect.Aspect;
import io.nearstock.catalog.quality.watch.Alert.Closing;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTests {

    private static final int LIMIT = 500;
    private static final int PRODUCTS = 100;
    private static final int REVIEWS = 1_000;
    private static final Subject LOT = new Subject("prd_1", "L-17", "sup_1");

    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @CsvSource({"0.05, 0.1", "0.1, 0.1", "0.15, 0.1", "0.3, 0.3"})
    void alarmsWithoutReasonAreAtLeastAsFarApartAsPromised(double share, double usual) {
        var alarms = 0;
        for (int product = 0; product < PRODUCTS; product++) {
            var watch = Watch.of(Subject.product("prd_1"));
            for (int review = 0; review < REVIEWS; review++) {
                watch = seen(watch, share, usual);
            }
            alarms += watch.alerts().size();
        }
        assertThat(alarms).isLessThan(PRODUCTS * REVIEWS / LIMIT);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.4, 20", "0.1, 0.5, 20", "0.1, 0.8, 9", "0.3, 0.9, 20"})
    void aBurstIsFoundWithinSoManyReviewsAsARule(double before, double then, int within) {
        var found = 0;
        for (int product = 0; product < PRODUCTS; product++) {
            var watch = after(Watch.of(Subject.product("prd_1")), 100, before, before);
            var alerts = watch.alerts().size();
            found += after(watch, within, then, before).alerts().size() > alerts ? 1 : 0;
        }
        assertThat(found).isGreaterThan(PRODUCTS / 2);
    }

    @Test
    void aBurstRaisesOneAlertHoweverLongItIsAndTheNextOneAnother() {
        var calm = after(Watch.of(Subject.product("prd_1")), 100, 0, 0.1);
        var burst = after(calm, 50, 1, 0.1);
        assertThat(burst.alerts()).singleElement().matches(Alert::isOpen);
        assertThat(burst.past()).isEqualTo(new Tally(100, 0));

        var over = after(burst, 30, 0, 0.1);
        assertThat(over.alerts()).singleElement().matches(alert -> NOW.equals(alert.endedAt()));

        assertThat(after(over, 50, 1, 0.1).alerts()).hasSize(2).last().matches(Alert::isOpen);
    }

    @Test
    void anAlertThatSomebodyClosesIsOverAndTheNextBurstRaisesAnother() {
        var burst = after(after(Watch.of(Subject.product("prd_1")), 100, 0, 0.1), 50, 1, 0.1);
        var closed = burst.close(new Closing("resolved", "another supplier", "acc_staff"), NOW);

        assertThat(closed.version()).isEqualTo(burst.version() + 1);
        assertThat(closed.alerts()).singleElement().matches(alert -> !alert.isOpen());
        assertThat(closed.alerts().getFirst().closed().orElseThrow().because()).isEqualTo("resolved");
        assertThat(burst.alerts().getFirst().closed()).isEmpty();
        assertThat(after(closed, 50, 1, 0.1).alerts()).hasSize(2).last().matches(Alert::isOpen);
    }

    @Test
    void aProductThatWasNeverBetterIsMeasuredByItsCategory() {
        assertThat(after(Watch.of(Subject.product("prd_1")), 20, 1, 0.1).alerts())
                .hasSize(1);
        assertThat(after(Watch.of(Subject.product("prd_1")), 20, 1, 0.95).alerts())
                .isEmpty();
    }

    @Test
    void aLotOfABadProductIsMeasuredByTheRestOfIt() {
        var product = new Tally(200, 60);
        var lot = new Tally(100, 30);
        assertThat(product.without(lot)).isEqualTo(new Tally(100, 30));
        assertThat(new Tally(10, 2).without(new Tally(12, 8))).isEqualTo(new Tally(0, 0));

        var usual = product.without(lot).share(0.05);
        assertThat(after(Watch.of(LOT), 300, 0.3, usual).alerts()).isEmpty();
        assertThat(after(Watch.of(LOT), 40, 0.8, usual).alerts()).hasSize(1);
    }

    /** Bursts belong to what a product is measured by, though not to its calm past. */
    @Test
    void remembersAllThatItHasSeen() {
        var burst = after(after(Watch.of(Subject.product("prd_1")), 100, 0, 0.1), 50, 1, 0.1);

        assertThat(burst.past()).isEqualTo(new Tally(100, 0));
        assertThat(burst.total()).isEqualTo(new Tally(150, 50));
    }

    /** Lots of a product, 100 reviews each, one after the other, against the rest of it. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.2})
    void lotsThatAreLikeTheRestSeldomRaiseAnAlarm(double share) {
        var alarms = 0;
        for (int number = 0; number < PRODUCTS; number++) {
            var all = Tally.NONE;
            for (int lots = 0; lots < REVIEWS / 100; lots++) {
                var lot = Watch.of(LOT);
                for (int review = 0; review < 100; review++) {
                    var low = random.nextDouble() < share;
                    all = all.and(low);
                    var usual = all.without(lot.total().and(low)).share(0.1);
                    var next = lot.observe(low, random.nextDouble(), usual, NOW);
                    lot = next.isAlarming(LIMIT) ? next.raise(null, LOT.origin(), usual, NOW) : next;
                }
                alarms += lot.alerts().size();
            }
        }
        assertThat(alarms).isLessThan(PRODUCTS * REVIEWS / LIMIT);
    }

    private Watch after(Watch watch, int reviews, double share, double usual) {
        var next = watch;
        for (int review = 0; review < reviews; review++) {
            next = seen(next, share, usual);
        }
        return next;
    }

    private Watch seen(Watch watch, double share, double usual) {
        var next = watch.observe(random.nextDouble() < share, random.nextDouble(), usual, NOW);
        return next.isAlarming(LIMIT) ? next.raise(Aspect.FIT, Origin.UNKNOWN, usual, NOW) : next;
    }
}
