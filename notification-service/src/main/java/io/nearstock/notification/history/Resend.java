package io.nearstock.notification.history;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.notification.Notification;
import io.nearstock.notification.Notifications;
import io.nearstock.notification.Transition.Contradiction;
import io.nearstock.notification.Transition.Progress;
import io.nearstock.notification.Transition.Repetition;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Has a notification sent once more; one that still waits is sent anyway and stays as it is. */
@Component
class Resend {

    private static final int ATTEMPTS = 5;

    private final Notifications notifications;
    private final Clock clock;

    Resend(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    Notification of(String id, String request) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var found = notifications.find(id).orElseThrow(() -> new UnknownIdException(id));
            switch (found.resend(request, clock.instant())) {
                case Progress(var next) -> {
                    if (notifications.save(next)) {
                        return next;
                    }
                }
                case Repetition(var same) -> {
                    return same;
                }
                case Contradiction(var reason) -> throw new IllegalStateException(reason);
            }
        }
        throw new UnavailableException(Duration.ofSeconds(1));
    }
}
