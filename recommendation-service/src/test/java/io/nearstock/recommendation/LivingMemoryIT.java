package io.nearstock.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An instance learns every basket once, and reads it a few times at most. */
@RecommendationServiceTest
class LivingMemoryIT {

    private static final MemorySettings SETTINGS = new MemorySettings(1000, 3, Duration.ofDays(7), 5000);

    private final Baskets baskets;
    private final List<String> read = new ArrayList<>();
    private final Hands hands = new Hands();
    private final LivingMemory memory;

    LivingMemoryIT(MongoDatabase database) {
        baskets = new Baskets(database) {
            @Override
            public List<Basket> learnedSince(Instant time) {
                var since = super.learnedSince(time);
                since.forEach(basket -> read.add(basket.id()));
                return since;
            }
        };
        memory = new LivingMemory(baskets, SETTINGS, hands);
        memory.refresh();
    }

    @Test
    void learnsABasketAtOnceAndReadsItAFewTimes() {
        var before = memory.now().size();

        hands.move(1);
        learn("bsk_prompt", hands.instant());
        refresh(1);
        assertThat(memory.now().size()).isEqualTo(before + 1);

        refresh(60);
        assertThat(memory.now().size()).isEqualTo(before + 1);
        assertThat(read.stream().filter("bsk_prompt"::equals)).hasSizeBetween(1, 6);
    }

    @Test
    void learnsWhatWasStoredLateAndOnlyOnce() {
        var before = memory.now().size();
        refresh(20);

        learn("bsk_late", hands.instant().minusSeconds(10));
        refresh(40);

        assertThat(memory.now().size()).isEqualTo(before + 1);
    }

    private void learn(String id, Instant learnedAt) {
        baskets.add(List.of(new Basket(id, List.of("prd_" + id), Instant.parse("2026-01-01T00:00:00Z"), learnedAt)));
    }

    /** So many seconds, a look each. */
    private void refresh(int seconds) {
        for (var second = 0; second < seconds; second++) {
            hands.move(1);
            memory.refresh();
        }
    }

    /** A clock that stands still until it is moved; years ahead, so that what other tests learn is old. */
    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2040-01-01T00:00:00Z");

        void move(int seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
