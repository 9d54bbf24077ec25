package io.nearstock.chassis.messaging;

import io.nearstock.chassis.messaging.Outbox.Waiting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings outbox entries to the broker. A document's next entry is sent only after the broker has acknowledged the one
 * before, so that whatever fails, and whoever else relays the same, no entry appears before its predecessor.
 */
final class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    private final OutboxSource source;
    private final Outbox outbox;
    private final Producer<String, String> producer;
    private final MessagingSettings settings;
    private final String origin;
    private final Sent memory = new Sent();

    OutboxSender(
            OutboxSource source,
            Outbox outbox,
            Producer<String, String> producer,
            MessagingSettings settings,
            String origin) {
        this.source = source;
        this.outbox = outbox;
        this.producer = producer;
        this.settings = settings;
        this.origin = origin;
    }

    /** Sends what these documents wait to send; throws what keeps the broker away, and has then kept the rest. */
    void send(Collection<String> ids) {
        if (!ids.isEmpty()) {
            sendAll(outbox.of(ids));
        }
    }

    /** The same where entries have come along; it is read only where what goes before them is not known. */
    void send(Map<String, List<OutboxEntry>> addedByDocument) {
        var waiting = new ArrayList<Waiting>();
        var unread = new ArrayList<String>();
        addedByDocument.forEach((id, added) -> memory.rest(id, added)
                .ifPresentOrElse(
                        rest -> {
                            if (!rest.isEmpty()) {
                                waiting.add(new Waiting(id, rest));
                            }
                        },
                        () -> unread.add(id)));
        if (!unread.isEmpty()) {
            waiting.addAll(outbox.of(unread));
        }
        sendAll(waiting);
    }

    private void sendAll(List<Waiting> all) {
        var waiting = all;
        var sent = new HashMap<String, List<String>>();
        try {
            for (var step = 0; !waiting.isEmpty(); step++) {
                waiting = step(waiting, step, sent);
            }
        } finally {
            outbox.remove(sent);
        }
    }

    /** Sends each document's entry of this step, and answers with those that have another. */
    private List<Waiting> step(List<Waiting> waiting, int step, Map<String, List<String>> sent) {
        var flights = new LinkedHashMap<Waiting, Future<RecordMetadata>>();
        for (var document : waiting) {
            var entry = document.entries().get(step);
            var topic = settings.topic(source.topic());
            var flight = producer.send(CloudEvents.write(topic, origin, document.id(), entry));
            flights.put(document, flight);
            if (flight.isDone() && failureOf(flight) instanceof RetriableException) {
                break; // each further send would block as long as this one
            }
        }
        producer.flush();
        return landed(flights, step, sent);
    }

    private List<Waiting> landed(
            Map<Waiting, Future<RecordMetadata>> flights, int step, Map<String, List<String>> sent) {
        var further = new ArrayList<Waiting>();
        RetriableException away = null;
        for (var flight : flights.entrySet()) {
            var document = flight.getKey();
            switch (failureOf(flight.getValue())) {
                case null -> {
                    var entry = document.entries().get(step);
                    memory.reach(document.id(), entry.sequence());
                    sent.computeIfAbsent(document.id(), _ -> new ArrayList<>()).add(entry.id());
                    if (document.entries().size() > step + 1) {
                        further.add(document);
                    }
                }
                case RetriableException retriable -> away = retriable;
                case Throwable refused ->
                    LOG.error(
                            "the broker refuses {} of {}",
                            document.entries().get(step).id(),
                            source.name(),
                            refused);
            }
        }
        if (away != null) {
            throw away;
        }
        return further;
    }

    private static @Nullable Throwable failureOf(Future<RecordMetadata> flight) {
        try {
            flight.get();
            return null;
        } catch (ExecutionException failure) {
            return failure.getCause();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return stopped;
        }
    }
}
