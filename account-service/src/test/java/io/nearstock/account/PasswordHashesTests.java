package io.nearstock.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nearstock.chassis.web.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PasswordHashesTests {

    private final PasswordHashes hashes =
            new PasswordHashes(new HashingSettings(19_456, 2, 1, 1, Duration.ofMillis(50)));

    @Test
    void areArgon2idWithTheParametersThatOwaspPutsFirst() {
        assertThat(hashes.hash("a kettle of tea")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void knowTheirPasswordHoweverItIsTyped() {
        var hash = hashes.hash("cr\u00e8me br\u00fbl\u00e9e");

        assertThat(hashes.matches("cre\u0300me bru\u0302le\u0301e", hash)).isTrue();
        assertThat(hashes.matches("creme brulee", hash)).isFalse();
    }

    @Test
    void matchNothingWhereThereIsNobody() {
        assertThat(hashes.matches("a kettle of tea", null)).isFalse();
    }

    @Test
    void sendAwayWhoWouldWaitTooLong() throws InterruptedException {
        var taken = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var turn = other.submit(() -> hashes.inTurn(() -> {
                taken.countDown();
                awaitQuietly(done);
                return true;
            }));
            taken.await();

            assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> hashes.inTurn(() -> true));

            done.countDown();
            assertThat(turn).succeedsWithin(Duration.ofSeconds(20));
        }
        assertThat(hashes.inTurn(() -> true)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
