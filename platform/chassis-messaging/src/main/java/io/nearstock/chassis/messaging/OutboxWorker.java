package io.nearstock.chassis.messaging;

import io.nearstock.chassis.messaging.Outbox.Found;
import io.nearstock.chassis.messaging.Outbox.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties one collection's outboxes. A document's next entry is sent only after the broker has acknowledged the one
 * before, so that whatever fails, and whoever else relays the same, no entry appears before its predecessor.
 */
final class OutboxWorker {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

    /** What is younger the instance that wrote it is about to send; a sweep would only send it twice. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final OutboxSource source;
    private final Outbox outbox;
    private final Producer<String, String> producer;
    private final MessagingSettings settings;
    private final String origin;
    private final Clock clock;
    private final LinkedBlockingQueue<String> nudges = new LinkedBlockingQueue<>(10_000);
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable Instant oldest;
    private Instant nextSweep = Instant.MIN;
    private boolean indexed;

    OutboxWorker(
            OutboxSource source,
            Producer<String, String> producer,
            MessagingSettings settings,
            String origin,
            Clock clock) {
        this.source = source;
        this.outbox = new Outbox(source.collection());
        this.producer = producer;
        this.settings = settings;
        this.origin = origin;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("outbox-" + source.name()).unstarted(this::work);
    }

    OutboxSource source() {
        return source;
    }

    Outbox outbox() {
        return outbox;
    }

    void start() {
        thread.start();
    }

    /** What no nudge brings out stays for ever: for a test that wants to see who notices. */
    void neverSweep() {
        nextSweep = clock.instant().plus(Duration.ofDays(365));
    }

    /** Where too many wait already, the sweep will find this one. */
    void nudge(String documentId) {
        var _ = nudges.offer(documentId);
    }

    /** Lets the worker finish what it has begun and send what it was nudged about. */
    void stop() {
        running = false;
        nudge("");
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Since when the oldest entry waits that the last sweep met; null when it met none. */
    @Nullable
    Instant oldest() {
        return oldest;
    }

    private void work() {
        var failures = 0;
        while (running) {
            try {
                turn();
                failures = 0;
            } catch (RuntimeException away) {
                LOG.warn("the outbox of {} waits: {}", source.name(), away.toString());
                Pause.of(settings.waitAfter(++failures));
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void turn() throws InterruptedException {
        if (!indexed) {
            outbox.createIndex();
            indexed = true;
        }
        var first = nudges.poll(untilSweep().toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            if (running) {
                Pause.of(settings.drain());
            }
            var ids = new LinkedHashSet<>(List.of(first));
            nudges.drainTo(ids, settings.batch() - 1);
            relay(ids);
        }
        if (!untilSweep().isPositive()) {
            sweep();
            nextSweep = clock.instant().plus(settings.sweep());
        }
    }

    private Duration untilSweep() {
        return nextSweep.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), nextSweep);
    }

    private void sweep() {
        oldest = null;
        outbox.sweep(settings.batch(), found -> {
            var now = clock.instant();
            found.stream().map(Found::since).min(Instant::compareTo).ifPresent(since -> {
                if (oldest == null || since.isBefore(oldest)) {
                    oldest = since;
                }
            });
            relay(found.stream()
                    .filter(each -> !isFresh(each, now))
                    .map(Found::id)
                    .toList());
        });
    }

    /** What claims to come from the future, by another clock, is not fresh either: it must not wait for its time. */
    private static boolean isFresh(Found found, Instant now) {
        return found.since().isAfter(now.minus(GRACE)) && !found.since().isAfter(now);
    }

    private void relay(Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var waiting = outbox.of(ids);
        var sent = new HashMap<String, List<String>>();
        try {
            for (var step = 0; !waiting.isEmpty(); step++) {
                waiting = send(waiting, step, sent);
            }
        } finally {
            outbox.remove(sent);
        }
    }

    /** Sends each document's entry of this step, and answers with those that have another. */
    private List<Waiting> send(List<Waiting> waiting, int step, Map<String, List<String>> sent) {
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
                    sent.computeIfAbsent(document.id(), _ -> new ArrayList<>())
                            .add(document.entries().get(step).id());
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
