package io.nearstock.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DispatchTests {

    private static final MessagingSettings SETTINGS = new MessagingSettings(
            "", 1, Duration.ofDays(1), 1, Duration.ZERO, Duration.ZERO, Duration.ZERO, 10, Duration.ofSeconds(1));

    private final List<String> seen = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();

    @Test
    void everySubscriptionThatAskedForATypeGetsIt() {
        var outcome = deliver(
                Subscription.to("boxes").on("box.packed", event -> seen.add("first " + event.key())),
                Subscription.to("boxes")
                        .batch(
                                Set.of("box.packed"),
                                events -> events.forEach(event -> seen.add("second " + event.key()))));

        assertThat(outcome.done()).isEqualTo(3);
        assertThat(seen).containsExactly("first 1", "second 1", "first 2", "second 2", "first 3", "second 3");
    }

    @Test
    void whatOneOfThemCannotReadIsLaidAsideAndTheOthersHaveSeenIt() {
        var outcome = deliver(
                Subscription.to("boxes").on("box.packed", event -> seen.add(event.key())),
                Subscription.to("boxes").on("box.packed", DispatchTests::refuseTheSecond));

        assertThat(outcome.done()).isEqualTo(3);
        assertThat(seen).containsExactly("1", "2", "3");
        assertThat(dead).containsExactly("2");
    }

    @Test
    void whatPassesMakesAllOfThemWait() {
        var outcome = deliver(
                Subscription.to("boxes").on("box.packed", event -> seen.add(event.key())),
                Subscription.to("boxes").on("box.packed", _ -> {
                    throw new TransientException();
                }));

        assertThat(outcome.done()).isZero();
        assertThat(outcome.obstacle()).isInstanceOf(TransientException.class);
        assertThat(dead).isEmpty();
    }

    private static final class TransientException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static void refuseTheSecond(Event event) {
        if (event.key().equals("2")) {
            throw new PoisonException("not this one");
        }
    }

    private Dispatch.Outcome deliver(Subscription... subscriptions) {
        var dispatch = new Dispatch(
                List.of(subscriptions), (message, _) -> dead.add(message.key()), SETTINGS, ObservationRegistry.NOOP);
        return dispatch.deliver(
                LongStream.rangeClosed(1, 3).mapToObj(DispatchTests::message).toList(), 1);
    }

    private static ConsumerRecord<String, String> message(long number) {
        var key = String.valueOf(number);
        var entry = new OutboxEntry(key + ".1", 1, "box.packed", Instant.EPOCH, null, "{}");
        var sent = CloudEvents.write("boxes", "test", key, entry);
        var message = new ConsumerRecord<>("boxes", 0, number, key, entry.payload());
        sent.headers().forEach(message.headers()::add);
        return message;
    }
}
