package io.nearstock.chassis.messaging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.nearstock.chassis.messaging.ParcelService.Ear;
import io.nearstock.chassis.messaging.ParcelService.Parcels;
import io.nearstock.chassis.web.Ids;
import io.nearstock.testkit.PublishedEvent;
import io.nearstock.testkit.TestEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What lies in outboxes gets to the broker, in order and under its own id. */
@RunningParcelService
class OutboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ear ear;
    private final Parcels parcels;
    private final OutboxRelay relay;
    private final OutboxSource source;
    private final Producer<String, String> producer;
    private final MessagingSettings settings;
    private final TestEvents events;
    private final MockMvcTester http;
    private final Tracer tracer;
    private final MeterRegistry meters;
    private final EventPublisher publisher;
    private final String parcel = Ids.next("pcl");

    OutboxIT(
            Ear ear,
            Parcels parcels,
            OutboxRelay relay,
            OutboxSource source,
            Producer<String, String> producer,
            MessagingSettings settings,
            TestEvents events,
            MockMvcTester http,
            Tracer tracer,
            MeterRegistry meters,
            EventPublisher publisher) {
        this.ear = ear;
        this.parcels = parcels;
        this.relay = relay;
        this.source = source;
        this.producer = producer;
        this.settings = settings;
        this.events = events;
        this.http = http;
        this.tracer = tracer;
        this.meters = meters;
        this.publisher = publisher;
    }

    @BeforeEach
    void inGoodMood() {
        ear.mood = _ -> {};
    }

    @Test
    void sendsAfterANudgeAndTouchesNothingButTheOutbox() {
        parcels.add(parcel, 2, Instant.now());

        relay.nudge("parcels", parcel);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ear.sequencesOf(parcel)).containsExactly(1L, 2L));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parcels.waiting(parcel)).isEmpty());
        assertThat(parcels.document(parcel)).containsEntry("version", 7L).containsOnlyKeys("_id", "version", "outbox");
    }

    /** They are not in the database at all, so they cannot have been read. */
    @Test
    void sendsWhatCameAlongWithTheNudgesWithoutReadingIt() {
        relay.nudge("parcels", parcel, List.of(entry(1)));
        relay.nudge("parcels", parcel, List.of(entry(2)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ear.sequencesOf(parcel)).containsExactly(1L, 2L));
    }

    @Test
    void removesWhatCameAlong() {
        parcels.add(parcel, 1, Instant.now());

        relay.nudge("parcels", parcel, List.of(entry(1)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parcels.waiting(parcel)).isEmpty());
    }

    @Test
    void sendsNoEntryBeforeAnotherThatItWasNotNudgedAbout() {
        parcels.add(parcel, 3, Instant.now());

        relay.nudge("parcels", parcel, List.of(entry(3)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ear.sequencesOf(parcel)).containsExactly(1L, 2L, 3L));
    }

    @Test
    void sweepsUpWhatACrashLeft() {
        parcels.add(parcel, 1, Instant.now().minusSeconds(60));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parcels.waiting(parcel)).isEmpty());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ear.sequencesOf(parcel)).containsExactly(1L));
    }

    @Test
    void sendsAgainUnderTheSameIdAfterACrashBetweenPublishAndMark() {
        var sent = new OutboxEntry(parcel + ".1", 1, "parcel.sent", Instant.now(), null, "{}");
        send(CloudEvents.write(settings.topic("parcels"), "/parcel-service", parcel, sent));

        parcels.add(parcel, 2, Instant.now().minusSeconds(60));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ear.sequencesOf(parcel)).containsExactly(1L, 1L, 2L));
        assertThat(ear.heard.stream()
                        .filter(event -> event.key().equals(parcel))
                        .map(Event::id))
                .containsExactly(parcel + ".1", parcel + ".1", parcel + ".2");
    }

    @Test
    void keepsTheOrderOfFirstsWhenTwoRelaysRace() {
        var rival = new OutboxWorker(source, producer, settings, "/parcel-service", Clock.systemUTC());
        rival.start();
        var ids = IntStream.range(0, 60).mapToObj(_ -> Ids.next("pcl")).toList();
        for (var id : ids) {
            parcels.add(id, 4, Instant.now().minusSeconds(60));
            relay.nudge("parcels", id);
            rival.nudge(id, List.of());
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ids)
                        .allSatisfy(id -> assertThat(parcels.waiting(id)).isEmpty()));
        rival.stop();
        var sequences = events.published("parcels").stream()
                .collect(groupingBy(PublishedEvent::key, mapping(PublishedEvent::sequence, toList())));
        assertThat(ids)
                .allSatisfy(id -> assertThat(
                                sequences.getOrDefault(id, List.of()).stream().distinct())
                        .containsExactly(1L, 2L, 3L, 4L));
    }

    @Test
    void writesCloudEventsAttributesAndCarriesTheTraceToTheHandler() {
        var heardIn = new AtomicReference<String>();
        ear.mood = event -> {
            if (event.key().equals(parcel)) {
                heardIn.set(currentTrace());
            }
        };
        var span = tracer.nextSpan().start();
        try (var _ = tracer.withSpan(span)) {
            parcels.add(parcel, 1, Instant.now());
        } finally {
            span.end();
        }

        relay.nudge("parcels", parcel);

        var message = events.await("parcels", event -> event.key().equals(parcel));
        assertThat(message.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", parcel + ".1")
                .containsEntry("ce_type", "parcel.sent")
                .containsEntry("ce_source", "/parcel-service")
                .containsEntry("ce_subject", parcel)
                .containsEntry("ce_sequence", "1")
                .containsEntry("content-type", "application/json")
                .containsKey("ce_time")
                .hasEntrySatisfying(
                        "traceparent",
                        value -> assertThat(value)
                                .startsWith("00-" + span.context().traceId()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heardIn).hasValue(span.context().traceId()));
    }

    @Test
    void publishesStates() {
        publisher
                .publish("parcel.places", parcel, "parcel.place", parcel + "@3", 3, Instant.now(), Map.of("at", "B"))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();

        var message = events.await("parcel.places", event -> event.key().equals(parcel));
        assertThat(message.id()).isEqualTo(parcel + "@3");
        assertThat(message.sequence()).isEqualTo(3);
    }

    @Test
    void showsItsOutboxes() {
        assertThat(http.get().uri("/ops/outbox"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].topic")
                .isEqualTo("parcels");
        assertThat(meters.get("nearstock.outbox.lag").timeGauge()).isNotNull();
    }

    private OutboxEntry entry(long sequence) {
        return new OutboxEntry(parcel + "." + sequence, sequence, "parcel.sent", Instant.now(), null, "{}");
    }

    private String currentTrace() {
        var span = tracer.currentSpan();
        return span == null ? "" : span.context().traceId();
    }

    private String send(ProducerRecord<String, String> message) {
        var sent = await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> producer.send(message).get(), Objects::nonNull);
        return sent.topic() + "-" + sent.partition() + "-" + sent.offset();
    }
}
