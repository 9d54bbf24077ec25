package io.nearstock.catalog;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static io.nearstock.catalog.ReviewStatus.PENDING;
import static io.nearstock.catalog.ReviewStatus.PUBLISHED;
import static io.nearstock.catalog.ReviewStatus.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.Transition.Repetition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTests {

    private static final Opinion FINE = new Opinion(4, "Fine", "It hangs and it glows.");
    private static final Opinion BAD = new Opinion(1, null, "It broke.");

    static Review written(List<String> flags) {
        return Review.write("rev_1", offeredHolder().product(), "ord_1", "acc_1", FINE, flags, NOW);
    }

    @Test
    void isPublishedUnlessItIsSuspicious() {
        assertThat(written(List.of()).status()).isEqualTo(PUBLISHED);
        assertThat(written(List.of("link")).status()).isEqualTo(PENDING);
    }

    @Test
    void remembersWhatItSaidBefore() {
        var rewritten = written(List.of()).rewrite(BAD, List.of(), NOW);
        assertThat(rewritten.opinion()).isEqualTo(BAD);
        assertThat(rewritten.history()).containsExactly(new Review.Earlier(FINE, NOW));
        assertThat(rewritten.version()).isEqualTo(2);
    }

    @Test
    void onceRejectedItIsNotPublishedByAnotherWording() {
        var rejected = written(List.of()).moderate(false, "rude", NOW);
        assertThat(rejected.status()).isEqualTo(REJECTED);
        assertThat(rejected.rewrite(BAD, List.of(), NOW).status()).isEqualTo(PENDING);
    }

    @Test
    void starsComeToAnAverageThatFewReviewsHardlyMove() {
        var rating = new Rating(List.of(1, 0, 0, 0, 2));
        assertThat(rating.count()).isEqualTo(3);
        assertThat(rating.average()).isEqualTo(3.67);
        assertThat(rating.bayesianAverage()).isEqualTo(4.08); // (11 + 42) / 13
        assertThat(new Rating(List.of(0, 0, 0, 0, 0)).average()).isZero();
    }

    @Test
    void aProductRatedTheSameIsLeftAlone() {
        var rating = new Rating(List.of(1, 0, 0, 0, 2));
        var rated = offeredHolder().product().rate(rating, NOW);
        assertThat(rated).isInstanceOf(Progress.class);
        assertThat(rated.product().version()).isEqualTo(2);
        assertThat(rated.product().rate(rating, NOW)).isInstanceOf(Repetition.class);
        assertThat(((Progress) rated.product().discontinue(by(NOW))).product().rating())
                .isEqualTo(rating);
    }
}
