package io.nearstock.catalog;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopularityTests {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void aDeliveryCountsHalfAfterAHalfLife() {
        var then = Popularity.begin(List.of(NOW, NOW, NOW), NOW, WEEK);

        assertThat(then.count()).isEqualTo(3);
        assertThat(then.after(List.of(), NOW.plus(WEEK), WEEK).count()).isEqualTo(1.5);
        assertThat(then.after(List.of(NOW), NOW.plus(WEEK), WEEK).count()).isEqualTo(2);
    }

    @Test
    void whatClaimsToComeFromTheFutureIsOfNow() {
        assertThat(Popularity.begin(List.of(NOW.plus(WEEK)), NOW, WEEK).count()).isEqualTo(1);
    }

    @Test
    void ranksByWhatIsBoughtAndKeepsItsRankWhileNothingIs() {
        var thrice = Popularity.begin(Collections.nCopies(3, NOW), NOW, WEEK);
        var later = NOW.plus(WEEK);

        assertThat(thrice.after(List.of(), later, WEEK).rank(WEEK)).isEqualTo(thrice.rank(WEEK));
        assertThat(Popularity.begin(Collections.nCopies(6, NOW), NOW, WEEK).rank(WEEK))
                .isEqualTo(thrice.rank(WEEK) + Popularity.TWICE);
        assertThat(Popularity.begin(Collections.nCopies(3, later), later, WEEK).rank(WEEK))
                .isEqualTo(thrice.rank(WEEK) + Popularity.TWICE);
        assertThat(Popularity.begin(List.of(Instant.EPOCH), NOW, Duration.ofSeconds(1))
                        .rank(Duration.ofSeconds(1)))
                .isGreaterThan(Popularity.NEVER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void howOftenItIsCountedMakesNoDifference(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Instant>();
        var inSteps = Popularity.begin(List.of(), NOW, WEEK);
        for (int hour = 1; hour <= 2_000; hour++) {
            var now = NOW.plus(Duration.ofHours(hour));
            var news = Collections.nCopies(random.nextInt(4), now.minusSeconds(random.nextInt(100_000)));
            all.addAll(news);
            if (!news.isEmpty()) {
                inSteps = inSteps.after(news, now, WEEK);
            }
        }
        var end = NOW.plus(Duration.ofHours(2_000));

        var atOnce = Popularity.begin(all, end, WEEK);

        assertThat(inSteps.after(List.of(), end, WEEK).count()).isCloseTo(atOnce.count(), within(1e-6));
        assertThat(inSteps.rank(WEEK)).isCloseTo(atOnce.rank(WEEK), within(1L));
    }
}
