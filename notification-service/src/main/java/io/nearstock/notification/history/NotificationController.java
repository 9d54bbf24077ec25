package io.nearstock.notification.history;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.notification.Notification;
import io.nearstock.notification.Notifications;
import io.nearstock.notification.Notifications.Mark;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class NotificationController {

    private final Notifications notifications;
    private final Resend resend;

    NotificationController(Notifications notifications, Resend resend) {
        this.notifications = notifications;
        this.resend = resend;
    }

    /** The newest first: a customer's own, for support everybody's. */
    @GetMapping("/api/notifications")
    Page<NotificationView> list(Caller caller, PageRequest page) {
        var whose = caller.isStaffFor("support") ? null : caller.id();
        var after = page.cursor().map(NotificationController::mark).orElse(null);
        var found = notifications.list(whose, after, page.limit() + 1);
        return Page.of(found, page, NotificationController::cursor).map(NotificationView::of);
    }

    /** 202: it is sent in the background, under a Message-ID of its own. */
    @Idempotent(prefix = "rsd")
    @PostMapping("/api/notifications/{id}/resend")
    @Answers("202")
    ResponseEntity<NotificationView> resend(@PathVariable String id, ResourceId request) {
        return ResponseEntity.accepted().body(NotificationView.of(resend.of(id, request.value())));
    }

    private static Cursor cursor(Notification last) {
        return Cursor.of(Long.toString(last.createdAt().toEpochMilli()), last.id());
    }

    private static Mark mark(Cursor cursor) {
        var parts = cursor.parts(2);
        try {
            return new Mark(Instant.ofEpochMilli(Long.parseLong(parts.getFirst())), parts.getLast());
        } catch (NumberFormatException _) {
            throw Cursor.malformed();
        }
    }
}
