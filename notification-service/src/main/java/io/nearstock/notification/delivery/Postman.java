package io.nearstock.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.nearstock.notification.Notifications;
import io.nearstock.notification.Outgoing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the senders going, and brings them what is due: failed before, left by a crash, or never started. */
@Component
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private interface Turn {
        void take() throws InterruptedException;
    }

    private final Notifications notifications;
    private final Outgoing outgoing;
    private final DeliverySettings settings;
    private final Clock clock;
    private final List<Sender> senders;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Postman(
            Notifications notifications,
            Outgoing outgoing,
            Writer writer,
            SmtpServer server,
            DeliverySettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.notifications = notifications;
        this.outgoing = outgoing;
        this.settings = settings;
        this.clock = clock;
        this.senders = IntStream.range(0, settings.senders())
                .mapToObj(_ -> new Sender(
                        outgoing, notifications, writer, server.connection(), settings.batch(), meters, clock))
                .toList();
    }

    @Override
    public void start() {
        running = true;
        senders.forEach(sender -> threads.add(keepTaking("sender", sender::turn)));
        threads.add(keepTaking("sweep", this::sweep));
    }

    /** Lets the senders finish what they have taken; what still waits is found when its lease ends. */
    @Override
    public void stop() {
        running = false;
        for (var thread : threads) {
            try {
                thread.join(settings.sweep().plusSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        senders.forEach(Sender::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private Thread keepTaking(String name, Turn turn) {
        return Thread.ofVirtual().name(name).start(() -> {
            while (running) {
                try {
                    turn.take();
                } catch (RuntimeException failure) {
                    LOG.error("a {} stumbled and goes on", name, failure);
                } catch (InterruptedException _) {
                    return;
                }
            }
        });
    }

    private void sweep() throws InterruptedException {
        Thread.sleep(settings.sweep());
        for (var room = outgoing.room(); room > 0 && bring(clock.instant()); room--) {}
    }

    private boolean bring(Instant now) {
        var due = notifications.claim(now, now.plus(settings.lease()));
        due.ifPresent(notification -> outgoing.add(List.of(notification)));
        return due.isPresent();
    }
}
