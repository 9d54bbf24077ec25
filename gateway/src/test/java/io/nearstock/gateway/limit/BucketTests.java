package io.nearstock.gateway.limit;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BucketTests {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Bucket bucket = new Bucket(0);

    @Test
    void givesAWindowsRequestsAtOnceAndNoneMore() {
        for (var left = 59; left >= 0; left--) {
            assertThat(take(0).remaining()).isEqualTo(left);
        }

        assertThat(take(0).allowed()).isFalse();
    }

    @Test
    void tellsHowLongToWait() {
        drain();

        assertThat(take(0).retryAfter()).isEqualTo(SECOND);
        assertThat(take(SECOND / 4).retryAfter()).isEqualTo(SECOND * 3 / 4);
    }

    @Test
    void givesBackEvenly() {
        drain();

        assertThat(take(SECOND - 1).allowed()).isFalse();
        assertThat(take(SECOND).allowed()).isTrue();
        assertThat(take(SECOND).allowed()).isFalse();
    }

    @Test
    void holdsNoMoreThanAWindowsRequests() {
        assertThat(take(10 * MINUTE).remaining()).isEqualTo(59);
    }

    @Test
    void countsRequestsThatComeTogetherOneByOne() throws InterruptedException {
        Callable<Boolean> one = () -> take(0).allowed();

        try (var threads = Executors.newFixedThreadPool(16)) {
            assertThat(threads.invokeAll(nCopies(100, one)))
                    .extracting(Future::resultNow)
                    .filteredOn(allowed -> allowed)
                    .hasSize(60);
        }
    }

    private Bucket.Level take(long now) {
        return bucket.take(now, 60, MINUTE);
    }

    private void drain() {
        for (var taken = 0; taken < 60; taken++) {
            take(0);
        }
    }
}
