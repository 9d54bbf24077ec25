package io.nearstock.acceptance.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.load.gauge.Latencies;
import io.nearstock.acceptance.load.wire.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Latencies latencies = new Latencies();

    @Test
    void everyTurnIsTakenOnceHoweverManyVisitorsShareThem() {
        var taken = new AtomicInteger();

        Loop.closed(doing(_ -> taken.incrementAndGet() > 0), 100, LONG).run(visitors(7), latencies);

        assertThat(taken).hasValue(100);
        assertThat(latencies.all().getTotalCount()).isEqualTo(100);
    }

    @Test
    void whatDoesNotGoAsWantedIsAFailureAndNoLatency() {
        Loop.closed(doing(_ -> false), 5, LONG).run(visitors(1), latencies);

        assertThat(latencies.failures()).isEqualTo(5);
        assertThat(latencies.all().getTotalCount()).isZero();
    }

    @Test
    void inAnOpenLoopThoseWhoQueueBehindASlowAnswerHaveWaitedToo() {
        var first = new AtomicInteger();
        var loop = new Loop(doing(_ -> first.getAndIncrement() > 0 || passes(Duration.ofMillis(300))), 3, 1000, LONG);

        loop.run(visitors(1), latencies);

        assertThat(latencies.all().getMinValue()).isGreaterThan(TimeUnit.MILLISECONDS.toMicros(250));
    }

    @Test
    void turnsForWhichNoTimeIsLeftAreLeftOut() {
        Loop.closed(doing(_ -> passes(Duration.ofMillis(20))), 1000, Duration.ofMillis(1))
                .run(visitors(1), latencies);

        assertThat(latencies.all().getTotalCount()).isLessThan(1000);
    }

    /** Takes this long, as a slow answer does. */
    private static boolean passes(Duration time) {
        try {
            return !new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static List<Visitor> visitors(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        new Visitor(new Wire(URI.create("http://localhost:1")), new Pass(() -> "token"), number))
                .toList();
    }

    private static Scenario doing(Predicate<Visitor> deed) {
        return new Scenario() {
            @Override
            public String name() {
                return "a deed";
            }

            @Override
            public boolean perform(Visitor visitor) {
                return deed.test(visitor);
            }
        };
    }
}
