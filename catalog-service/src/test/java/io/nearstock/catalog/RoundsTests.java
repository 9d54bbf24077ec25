package io.nearstock.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTests {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final AtomicInteger done = new AtomicInteger();
    private Rounds rounds = new Rounds("things", FOR_EVER, done::incrementAndGet);
    private final Rounds.Worker worker = () -> rounds;

    @AfterEach
    void stop() {
        worker.stop();
    }

    @Test
    void anotherRoundBeginsWhenItIsNudged() {
        worker.start();
        await().until(() -> done.get() == 1);

        rounds.nudge();

        await().until(() -> done.get() == 2);
    }

    @Test
    void whatFailsIsTriedAgain() {
        rounds = new Rounds("failures", Duration.ofMillis(1), () -> {
            done.incrementAndGet();
            throw new IllegalStateException("as it happens");
        });
        worker.start();

        await().until(() -> done.get() > 1);
    }

    @Test
    void endsInTheMiddleOfARound() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        rounds = new Rounds("waits", Duration.ZERO, () -> {
            done.incrementAndGet();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                interrupted.countDown();
            }
        });
        worker.start();
        assertThat(worker.isRunning()).isTrue();
        await().until(() -> done.get() == 1);

        worker.stop();

        interrupted.await();
        assertThat(worker.isRunning()).isFalse();
        assertThat(done).hasValue(1);
    }
}
