package io.nearstock.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.nearstock.chassis.messaging.ParcelService.Ear;
import io.nearstock.chassis.web.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What comes from the broker gets to its handler, and what cannot be handled does not stop the rest. */
@RunningParcelService
class InboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ear ear;
    private final Producer<String, String> producer;
    private final MessagingSettings settings;
    private final MockMvcTester http;
    private final MeterRegistry meters;
    private final String parcel = Ids.next("pcl");

    InboxIT(
            Ear ear,
            Producer<String, String> producer,
            MessagingSettings settings,
            MockMvcTester http,
            MeterRegistry meters) {
        this.ear = ear;
        this.producer = producer;
        this.settings = settings;
        this.http = http;
        this.meters = meters;
    }

    @BeforeEach
    void inGoodMood() {
        ear.mood = _ -> {};
    }

    @Test
    void laysPoisonAsideAndGoesOnAndReplaysItWhenItCanBeRead() {
        ear.mood = event -> event.as(Weight.class);
        var poisoned = publish(parcel, 1, "parcel.sent", "{\"grams\": \"heavy\"}");
        publish(parcel, 2, "parcel.sent", "{\"grams\": 2}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ear.sequencesOf(parcel)).containsExactly(2L));
        assertThat(http.get().uri("/ops/dead-letters?limit=100")).bodyText().contains(poisoned);
        assertThat(replay(poisoned)).hasStatus(409);
        ear.mood = _ -> {};
        assertThat(replay(poisoned)).hasStatusOk();
        assertThat(ear.sequencesOf(parcel)).containsExactly(2L, 1L);
        assertThat(replay(poisoned)).hasStatus(404);
        assertThat(meters.get("nearstock.dead.letters").counter().count()).isPositive();
    }

    @Test
    void takesAPoisonedBatchApart() {
        ear.mood = event -> event.as(Weight.class);
        var types = List.of("parcel.weighed", "parcel.scanned");
        LongStream.rangeClosed(1, 20).forEach(sequence -> {
            var payload = sequence == 13 ? "{}" : "{\"grams\": 1}";
            var _ = producer.send(message(parcel, sequence, types.get((int) sequence % 2), payload));
        });
        producer.flush();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sequencesInBatches())
                        .hasSize(19)
                        .doesNotContain(13L)
                        .isSorted());
    }

    @Test
    void waitsForWhatIsAwayAndSkipsNothing() {
        var attempts = new AtomicInteger();
        ear.mood = event -> {
            if (event.key().equals(parcel) && attempts.incrementAndGet() <= 5) {
                throw new IllegalStateException("the database is away");
            }
        };
        publish(parcel, 1, "parcel.sent", "{}");
        publish(parcel, 2, "parcel.sent", "{}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ear.sequencesOf(parcel)).containsExactly(1L, 2L));
        assertThat(attempts).hasValue(7);
    }

    @Test
    void givesUpOnAnEventThatMeetsABugEveryTime() {
        var attempts = new AtomicInteger();
        ear.mood = event -> {
            if (event.key().equals(parcel) && event.sequence() == 1) {
                attempts.incrementAndGet();
                throw new NullPointerException();
            }
        };
        publish(parcel, 1, "parcel.sent", "{}");
        publish(parcel, 2, "parcel.sent", "{}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ear.sequencesOf(parcel)).containsExactly(2L));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void ignoresTypesThatNobodyAskedForAndLaysAsideWhatIsNoEvent() {
        send(new ProducerRecord<>(settings.topic("parcels"), parcel, "what is this"));
        publish(parcel, 1, "parcel.repainted", "{}");
        publish(parcel, 2, "parcel.sent", "{}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ear.sequencesOf(parcel)).containsExactly(2L));
        assertThat(http.get().uri("/ops/dead-letters?limit=100")).bodyText().contains("what is this");
    }

    @Test
    void letsEveryInstanceReadEverythingAndTellsHowFarItHasCome() {
        var place = publish(parcel, 1, "parcel.sent", "{}").split("-", -1);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(ear.tailed).anyMatch(event -> event.key().equals(parcel)));
        assertThat(ear.positions.get(Integer.parseInt(place[1]))).isGreaterThan(Long.parseLong(place[2]));
    }

    record Weight(int grams) {}

    private MvcTestResult replay(String deadLetter) {
        return http.post().uri("/ops/dead-letters/{id}/replay", deadLetter).exchange();
    }

    private List<Long> sequencesInBatches() {
        return ear.batches.stream().flatMap(List::stream).map(Event::sequence).toList();
    }

    /** Where it lies. */
    private String publish(String key, long sequence, String type, String payload) {
        return send(message(key, sequence, type, payload));
    }

    private ProducerRecord<String, String> message(String key, long sequence, String type, String payload) {
        var entry = new OutboxEntry(key + "." + sequence, sequence, type, Instant.now(), null, payload);
        return CloudEvents.write(settings.topic("parcels"), "/elsewhere", key, entry);
    }

    private String send(ProducerRecord<String, String> message) {
        var sent = await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> producer.send(message).get(), Objects::nonNull);
        return sent.topic() + "-" + sent.partition() + "-" + sent.offset();
    }
}
