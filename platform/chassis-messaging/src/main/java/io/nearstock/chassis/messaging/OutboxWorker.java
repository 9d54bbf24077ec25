package io.nearstock.chassis.messaging;

import io.nearstock.chassis.messaging.Outbox.Found;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties one collection's outboxes: at once where it is nudged, by a sweep what nobody nudged about. */
final class OutboxWorker {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

    /** What is younger the instance that wrote it is about to send; a sweep would only send it twice. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** Where more nudges than this wait, entries are not kept in memory with them: they lie in the database. */
    private static final int WITH_ENTRIES = 1000;

    private final OutboxSource source;
    private final Outbox outbox;
    private final OutboxSender sender;
    private final MessagingSettings settings;
    private final Clock clock;
    private final LinkedBlockingQueue<Nudge> nudges = new LinkedBlockingQueue<>(10_000);
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
        this.sender = new OutboxSender(source, outbox, producer, settings, origin);
        this.settings = settings;
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
    void nudge(String documentId, List<OutboxEntry> added) {
        var _ = nudges.offer(new Nudge(documentId, nudges.size() < WITH_ENTRIES ? added : List.of()));
    }

    /** Lets the worker finish what it has begun and send what it was nudged about. */
    void stop() {
        running = false;
        nudge("", List.of());
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
            var gathered = new ArrayList<>(List.of(first));
            nudges.drainTo(gathered, settings.batch() - 1);
            sender.send(Nudge.merged(gathered));
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
            sender.send(found.stream()
                    .filter(each -> !isFresh(each, now))
                    .map(Found::id)
                    .toList());
        });
    }

    /** What claims to come from the future, by another clock, is not fresh either: it must not wait for its time. */
    private static boolean isFresh(Found found, Instant now) {
        return found.since().isAfter(now.minus(GRACE)) && !found.since().isAfter(now);
    }
}
