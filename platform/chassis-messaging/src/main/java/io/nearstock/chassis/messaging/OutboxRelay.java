package io.nearstock.chassis.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what waits in the outboxes: soon after a nudge, and by a sweep what a crash left behind. Starts before the
 * service takes requests and stops after it has answered the last.
 */
public final class OutboxRelay implements SmartLifecycle {

    private final Map<String, OutboxWorker> workers;
    private volatile boolean running;

    OutboxRelay(Collection<OutboxWorker> workers) {
        this.workers = workers.stream()
                .collect(Collectors.toMap(worker -> worker.source().name(), Function.identity()));
    }

    /** A relay that sends nothing, for a test without a broker. */
    public static OutboxRelay asleep() {
        return new OutboxRelay(List.of());
    }

    /** Says that a document has just been given an entry. Never blocks and never fails. */
    public void nudge(String collectionName, String documentId) {
        nudge(collectionName, documentId, List.of());
    }

    /** The same with the entries, which must be stored by now: they need not be read again to be sent. */
    public void nudge(String collectionName, String documentId, List<OutboxEntry> added) {
        var worker = workers.get(collectionName);
        if (worker != null) {
            worker.nudge(documentId, added);
        }
    }

    @Override
    public void start() {
        running = true;
        workers.values().forEach(OutboxWorker::start);
    }

    @Override
    public void stop() {
        running = false;
        workers.values().forEach(OutboxWorker::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    Collection<OutboxWorker> workers() {
        return workers.values();
    }
}
