package io.nearstock.chassis.messaging;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.nearstock.chassis.messaging.Subscription.Handler;
import io.nearstock.chassis.messaging.Subscription.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Hands messages to the handlers, those of a partition in order; lays aside what can never be handled. */
final class Dispatch {

    /** How often a message that looks like a bug is tried. */
    private static final int ATTEMPTS = 3;

    private static final Handler UNREADABLE = new Handler(
            Set.of(),
            (_, _) -> {
                throw new PoisonException("unreadable");
            },
            true,
            false);

    /**
     * @param done how many of the messages are settled
     * @param obstacle why the next one is not
     */
    record Outcome(int done, @Nullable RuntimeException obstacle) {}

    private final Map<String, Map<String, Handler>> handlers = new HashMap<>();
    private final BiConsumer<ConsumerRecord<String, String>, RuntimeException> dead;
    private final ObservationRegistry observations;

    Dispatch(
            Collection<Subscription> subscriptions,
            BiConsumer<ConsumerRecord<String, String>, RuntimeException> dead,
            MessagingSettings settings,
            ObservationRegistry observations) {
        this.dead = dead;
        this.observations = observations;
        for (var subscription : subscriptions) {
            var ofTopic = handlers.computeIfAbsent(settings.topic(subscription.topic()), _ -> new HashMap<>());
            for (var handler : subscription.handlers()) {
                handler.types().forEach(type -> ofTopic.merge(type, handler, Handler::and));
            }
        }
    }

    /**
     * Hands over what a poll brought of several partitions; false where some of it failed. Then nothing is laid aside, and
     * all of it is to be delivered again, partition by partition.
     */
    boolean deliverTogether(List<ConsumerRecord<String, String>> messages) {
        var done = 0;
        while (done < messages.size()) {
            var run = runFrom(messages, done);
            if (handle(run) != null) {
                return false;
            }
            done += run.size();
        }
        return true;
    }

    /** The messages are one partition's; the attempt counts the deliveries of the first. */
    Outcome deliver(List<ConsumerRecord<String, String>> messages, int attempt) {
        var done = 0;
        var takenApartUntil = 0;
        while (done < messages.size()) {
            var run = done < takenApartUntil ? messages.subList(done, done + 1) : runFrom(messages, done);
            var failure = handle(run);
            if (failure == null) {
                done += run.size();
            } else if (run.size() > 1 && Failures.of(failure) != Failures.PASSING) {
                takenApartUntil = done + run.size();
            } else {
                var obstacle = layAside(run.getFirst(), failure, done == 0 ? attempt : 1);
                if (obstacle != null) {
                    return new Outcome(done, obstacle);
                }
                done++;
            }
        }
        return new Outcome(done, null);
    }

    /** Handles a dead letter again; what the handler throws is the caller's. */
    void replay(String topic, Event event) {
        var handler = handlers.getOrDefault(topic, Map.of()).get(event.type());
        if (handler == null) {
            throw new PoisonException("nobody handles " + event.type() + " any more");
        }
        handler.work().accept(List.of(event), new Position(-1, -1));
    }

    /** The longest stretch that one batch handler can take at once, over messages that nobody wants. */
    private List<ConsumerRecord<String, String>> runFrom(List<ConsumerRecord<String, String>> messages, int start) {
        var handler = handlerOf(messages.get(start));
        var end = start + 1;
        if (handler == null || handler.single()) {
            return messages.subList(start, end);
        }
        while (end < messages.size() && goesOn(handler, messages.get(end - 1), messages.get(end))) {
            end++;
        }
        return messages.subList(start, end);
    }

    private boolean goesOn(
            Handler handler, ConsumerRecord<String, String> message, ConsumerRecord<String, String> following) {
        var next = handlerOf(following);
        return (next == null || next.equals(handler))
                && (!handler.partitioned() || Inbox.partition(message).equals(Inbox.partition(following)));
    }

    private @Nullable RuntimeException handle(List<ConsumerRecord<String, String>> run) {
        var handler = handlerOf(run.getFirst());
        if (handler == null) {
            return null;
        }
        try {
            observation(run.getFirst()).observe(() -> {
                var events = run.stream()
                        .filter(message -> handler.equals(handlerOf(message)))
                        .map(CloudEvents::read)
                        .toList();
                var last = run.getLast();
                handler.work().accept(events, new Position(last.partition(), last.offset() + 1));
            });
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    /** Null when the message is dead and laid aside; else why to wait. */
    private @Nullable RuntimeException layAside(
            ConsumerRecord<String, String> message, RuntimeException failure, int attempt) {
        var hopeless = switch (Failures.of(failure)) {
            case POISON -> true;
            case BUG -> attempt >= ATTEMPTS;
            case PASSING -> false;
        };
        if (!hopeless) {
            return failure;
        }
        try {
            dead.accept(message, failure);
            return null;
        } catch (RuntimeException away) {
            return away;
        }
    }

    /** Null where nobody wants it: another type, or the mark of a deletion. */
    private @Nullable Handler handlerOf(ConsumerRecord<String, String> message) {
        var type = CloudEvents.type(message);
        if (type == null) {
            return message.value() == null ? null : UNREADABLE;
        }
        return handlers.getOrDefault(message.topic(), Map.of()).get(type);
    }

    private Observation observation(ConsumerRecord<String, String> message) {
        var context = new ReceiverContext<Headers>(CloudEvents::header);
        context.setCarrier(message.headers());
        var type = String.valueOf(CloudEvents.type(message));
        return Observation.createNotStarted("nearstock.events", () -> context, observations)
                .contextualName("handle " + type)
                .lowCardinalityKeyValue("type", type);
    }
}
