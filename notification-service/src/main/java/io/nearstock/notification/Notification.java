package io.nearstock.notification;

import io.nearstock.chassis.web.Ids;
import io.nearstock.notification.NotificationStatus.Pending;
import io.nearstock.notification.NotificationStatus.Reason;
import io.nearstock.notification.NotificationStatus.Sent;
import io.nearstock.notification.NotificationStatus.Undeliverable;
import io.nearstock.notification.Transition.Contradiction;
import io.nearstock.notification.Transition.Progress;
import io.nearstock.notification.Transition.Repetition;
import java.time.Duration;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell one account. It knows no address and no rendered text, only what they are made of when it is sent.
 * A value: a transition answers with the notification's next version.
 *
 * @param id follows from kind and subject, so that there is only one of each
 * @param subjectId the order, the shipment, the request for verification or a new password, the subscription, or which drop of a wish's price
 * @param content the event that it tells of, as JSON, where the mail needs more than the ids
 * @param resends how often staff had it sent again
 * @param lastResend which of their requests was the last
 * @param nextActionAt when it may be sent, or, where somebody is sending it, until when the others keep away; null when
 *     there is nothing to do
 */
public record Notification(
        @BsonId String id,
        Kind kind,
        String subjectId,
        String accountId,
        @Nullable String content,
        NotificationStatus status,
        int resends,
        @Nullable String lastResend,
        Instant createdAt,
        @Nullable Instant nextActionAt,
        long version) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** A new one; whoever stores it has it to himself until then. */
    public static Notification of(
            Kind kind, String subjectId, String accountId, @Nullable String content, Instant now, Instant leasedUntil) {
        var id = "ntf_" + kind.wireName() + "_" + subjectId;
        return new Notification(id, kind, subjectId, accountId, content, new Pending(0), 0, null, now, leasedUntil, 1);
    }

    /** Under an id that says nothing, so that nobody can tell a repetition: for a test that wants to see who notices. */
    Notification asNeverSeen() {
        return new Notification(
                Ids.next("ntf"),
                kind,
                subjectId,
                accountId,
                content,
                status,
                resends,
                lastResend,
                createdAt,
                nextActionAt,
                version);
    }

    /** The same for every copy of one mail, so that a mail that went out twice can be told from two. */
    public String messageId() {
        var again = resends == 0 ? "" : "." + resends;
        return "<" + subjectId + "." + kind.wireName() + again + "@nearstock>";
    }

    public boolean isLeasedBeyond(Instant time) {
        return nextActionAt != null && nextActionAt.isAfter(time);
    }

    public Transition sent(Instant now) {
        return switch (status) {
            case Pending _ -> progress(new Sent(now), null);
            case Sent _ -> new Repetition(this);
            case Undeliverable _ -> new Contradiction("it was given up");
        };
    }

    /** Something it needs is away; the pause doubles from a second to a minute. */
    public Transition defer(Instant now) {
        return switch (status) {
            case Pending(var attempts) -> progress(new Pending(attempts + 1), now.plus(pauseAfter(attempts)));
            case Sent _, Undeliverable _ -> new Contradiction("it waits for nothing");
        };
    }

    public Transition giveUp(Reason reason, Instant now) {
        return switch (status) {
            case Pending _ -> progress(new Undeliverable(reason, now), null);
            case Undeliverable _ -> new Repetition(this);
            case Sent _ -> new Contradiction("it was sent");
        };
    }

    /** Sends it once more; the same request again, or one for what is still to be sent, changes nothing. */
    public Transition resend(String request, Instant now) {
        if (request.equals(lastResend)) {
            return new Repetition(this);
        }
        return switch (status) {
            case Pending _ -> new Repetition(this);
            case Sent _, Undeliverable _ ->
                new Progress(new Notification(
                        id,
                        kind,
                        subjectId,
                        accountId,
                        content,
                        new Pending(0),
                        resends + 1,
                        request,
                        createdAt,
                        now,
                        version + 1));
        };
    }

    private Progress progress(NotificationStatus next, @Nullable Instant nextActionAt) {
        return new Progress(new Notification(
                id,
                kind,
                subjectId,
                accountId,
                content,
                next,
                resends,
                lastResend,
                createdAt,
                nextActionAt,
                version + 1));
    }

    private static Duration pauseAfter(int attempts) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
