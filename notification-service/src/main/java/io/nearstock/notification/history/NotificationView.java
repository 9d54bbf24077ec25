package io.nearstock.notification.history;

import io.nearstock.notification.Notification;
import io.nearstock.notification.NotificationStatus.Pending;
import io.nearstock.notification.NotificationStatus.Sent;
import io.nearstock.notification.NotificationStatus.Undeliverable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification as the API shows it.
 *
 * @param subjectId the order, or the request that it is about
 * @param status pending, sent or undeliverable
 * @param reason why it is undeliverable
 * @param resends how often staff had it sent again
 */
record NotificationView(
        String id,
        String kind,
        String subjectId,
        String accountId,
        String status,
        @Nullable String reason,
        int resends,
        Instant createdAt,
        @Nullable Instant sentAt) {

    static NotificationView of(Notification notification) {
        return new NotificationView(
                notification.id(),
                notification.kind().wireName(),
                notification.subjectId(),
                notification.accountId(),
                notification.status().name(),
                switch (notification.status()) {
                    case Undeliverable(var reason, var _) -> reason.wireName();
                    case Pending _, Sent _ -> null;
                },
                notification.resends(),
                notification.createdAt(),
                switch (notification.status()) {
                    case Sent(var at) -> at;
                    case Pending _, Undeliverable _ -> null;
                });
    }
}
