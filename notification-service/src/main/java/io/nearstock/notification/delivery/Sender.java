package io.nearstock.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.nearstock.notification.Notification;
import io.nearstock.notification.NotificationStatus.Reason;
import io.nearstock.notification.Notifications;
import io.nearstock.notification.Outgoing;
import io.nearstock.notification.Transition;
import io.nearstock.notification.Transition.Contradiction;
import io.nearstock.notification.Transition.Progress;
import io.nearstock.notification.Transition.Repetition;
import io.nearstock.notification.delivery.Draft.Later;
import io.nearstock.notification.delivery.Draft.Pointless;
import io.nearstock.notification.delivery.Draft.Ready;
import io.nearstock.notification.delivery.Handover.Accepted;
import io.nearstock.notification.delivery.Handover.NotNow;
import io.nearstock.notification.delivery.Handover.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what this instance has leased, some at a time, and marks them in one write. */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** What sending one may take at most; a lease with less left is somebody else's soon. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Outgoing outgoing;
    private final Notifications notifications;
    private final Writer writer;
    private final SmtpConnection connection;
    private final int batch;
    private final MeterRegistry meters;
    private final Clock clock;

    Sender(
            Outgoing outgoing,
            Notifications notifications,
            Writer writer,
            SmtpConnection connection,
            int batch,
            MeterRegistry meters,
            Clock clock) {
        this.outgoing = outgoing;
        this.notifications = notifications;
        this.writer = writer;
        this.connection = connection;
        this.batch = batch;
        this.meters = meters;
        this.clock = clock;
    }

    /** Sends what there is, or waits a second for it. */
    void turn() throws InterruptedException {
        var leased = outgoing.take(batch);
        if (leased.isEmpty()) {
            connection.closeIfIdle();
            return;
        }
        var moved = new ArrayList<Notification>();
        try {
            for (var notification : leased) {
                switch (attempt(notification)) {
                    case Progress(var next) -> moved.add(next);
                    case Repetition _, Contradiction _ -> {}
                }
            }
        } finally {
            notifications.save(moved);
        }
    }

    void close() {
        connection.close();
    }

    private Transition attempt(Notification notification) {
        if (!notification.isLeasedBeyond(clock.instant().plus(MARGIN))) {
            return new Repetition(notification);
        }
        var outcome = switch (writer.write(notification)) {
            case Ready(var mail) -> hand(notification, mail);
            case Pointless(var reason) -> notification.giveUp(reason, clock.instant());
            case Later _ -> notification.defer(clock.instant());
        };
        return counted(outcome);
    }

    private Transition hand(Notification notification, Mail mail) {
        return switch (connection.send(mail)) {
            case Accepted _ -> notification.sent(clock.instant());
            case Refused(var code) -> {
                LOG.warn("the mail server refuses {} with {}", notification.id(), code);
                yield notification.giveUp(Reason.REFUSED, clock.instant());
            }
            case NotNow(var why) -> {
                LOG.warn("{} waits for the mail server: {}", notification.id(), why);
                yield notification.defer(clock.instant());
            }
        };
    }

    private Transition counted(Transition outcome) {
        if (outcome instanceof Progress(var next)) {
            meters.counter(
                            "nearstock.notifications",
                            "kind",
                            next.kind().wireName(),
                            "outcome",
                            next.status().name())
                    .increment();
        }
        return outcome;
    }
}
