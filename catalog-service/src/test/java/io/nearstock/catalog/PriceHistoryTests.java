package io.nearstock.catalog;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.PriceHistory.Reduced;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PriceHistoryTests {

    private record Moment(Instant at, long amount) {}

    @Test
    void aLowerPriceIsComparedWithTheOneBeforeAndTheLowestInThirtyDays() {
        var history =
                begun(1000).seen(pence(700), day(10)).seen(pence(900), day(15)).seen(pence(800), day(20));

        assertThat(history.reduced(day(20))).contains(new Reduced(pence(900), pence(700)));
        assertThat(history.reduced(day(49))).contains(new Reduced(pence(900), pence(700)));
    }

    @Test
    void whatWasAskedEarlierThanThirtyDaysBeforeIsForgotten() {
        var history = begun(500).seen(pence(1000), day(10)).seen(pence(800), day(41));

        assertThat(history.reduced(day(41))).contains(new Reduced(pence(1000), pence(1000)));
    }

    @Test
    void aPriceThatRoseOrStandsIsNotReduced() {
        assertThat(begun(1000).reduced(day(1))).isEmpty();
        assertThat(begun(1000).seen(pence(1100), day(5)).reduced(day(6))).isEmpty();
        assertThat(begun(1000).seen(pence(900), day(5)).reduced(day(35))).isEmpty();
    }

    @Test
    void aVersionThatCostsTheSameIsNoNewPrice() {
        var history = begun(1000).seen(pence(900), day(5)).seen(pence(900), day(25));

        assertThat(history.current().from()).isEqualTo(day(5));
    }

    /** Against a look at every hour, over histories by chance. */
    @Test
    void agreesWithWhoeverLooksEveryHour() {
        var random = new Random(30);
        for (int story = 0; story < 300; story++) {
            var moments = moments(random);
            var history = begun(moments.getFirst().amount());
            for (int i = 1; i < moments.size(); i++) {
                history = history.seen(
                        pence(moments.get(i).amount()), moments.get(i).at());
            }
            var current = history.current();
            var asked = LongStream.rangeClosed(1, 30 * 24)
                    .mapToObj(hour -> current.from().minus(Duration.ofHours(hour)))
                    .filter(at -> !at.isBefore(NOW))
                    .mapToLong(at -> amountAt(moments, at))
                    .toArray();

            var reduced = history.reduced(current.from());

            if (asked.length > 0 && asked[0] > current.price().amount()) {
                assertThat(reduced)
                        .contains(new Reduced(
                                pence(asked[0]),
                                pence(LongStream.of(asked).min().orElseThrow())));
            } else {
                assertThat(reduced).isEmpty();
            }
        }
    }

    private static List<Moment> moments(Random random) {
        var moments = new ArrayList<Moment>();
        var hour = 0;
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            moments.add(new Moment(NOW.plus(Duration.ofHours(hour)), 100 + random.nextInt(20)));
            hour += 1 + random.nextInt(20 * 24);
        }
        return moments;
    }

    private static long amountAt(List<Moment> moments, Instant at) {
        return IntStream.range(0, moments.size())
                .mapToObj(moments::get)
                .filter(moment -> !moment.at().isAfter(at))
                .reduce((_, later) -> later)
                .orElseThrow()
                .amount();
    }

    private static PriceHistory begun(long amount) {
        return PriceHistory.begin(new Money(amount, "GBP"), NOW);
    }

    private static Instant day(int number) {
        return NOW.plus(Duration.ofDays(number));
    }
}
