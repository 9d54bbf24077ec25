package io.nearstock.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RecentTests {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicInteger readings = new AtomicInteger();
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void isReadOnceInAMoment() {
        var recent = recent(this::read);

        recent.get();
        now = now.plus(MOMENT).minusMillis(1);

        assertThat(recent.get()).isEqualTo(1);
        assertThat(readings).hasValue(1);
    }

    @Test
    void showsAnothersChangeWhenTheMomentIsOver() {
        var recent = recent(this::read);
        recent.get();
        stored.set(2);

        assertThat(recent.get()).isEqualTo(1);
        now = now.plus(MOMENT);
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void showsAChangeOfItsOwnAtOnce() {
        var recent = recent(this::read);
        recent.get();

        stored.set(2);
        recent.forget();

        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void doesNotKeepWhatWasReadBeforeAChange() {
        var itself = new AtomicReference<Recent<Integer>>();
        itself.set(recent(until -> {
            var value = read(until);
            if (stored.compareAndSet(1, 2)) { // somebody else, between the reading and the remembering
                itself.get().forget();
            }
            return value;
        }));

        assertThat(itself.get().get()).isEqualTo(1);
        assertThat(itself.get().get()).isEqualTo(2);
    }

    @Test
    void remembersNothingWithoutAMoment() {
        var recent = new Recent<>(this::read, Duration.ZERO, clock());

        recent.get();
        stored.set(2);

        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void tellsTheSourceHowLongItsAnswerIsTold() {
        var told = recent(until -> (int) Duration.between(now, until).toMillis());

        assertThat(told.get()).isEqualTo(1000);
    }

    private Recent<Integer> recent(Function<Instant, Integer> source) {
        return new Recent<>(source, MOMENT, clock());
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private int read(Instant until) {
        readings.incrementAndGet();
        return stored.get();
    }
}
