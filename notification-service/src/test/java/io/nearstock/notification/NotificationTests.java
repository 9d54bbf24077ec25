package io.nearstock.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nearstock.notification.NotificationStatus.Pending;
import io.nearstock.notification.NotificationStatus.Reason;
import io.nearstock.notification.NotificationStatus.Sent;
import io.nearstock.notification.NotificationStatus.Undeliverable;
import io.nearstock.notification.Transition.Contradiction;
import io.nearstock.notification.Transition.Progress;
import io.nearstock.notification.Transition.Repetition;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationTests {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    enum Command {
        SENT,
        DEFER,
        GIVE_UP,
        RESEND;

        Transition to(Notification notification) {
            return switch (this) {
                case SENT -> notification.sent(NOW);
                case DEFER -> notification.defer(NOW);
                case GIVE_UP -> notification.giveUp(Reason.REFUSED, NOW);
                case RESEND -> notification.resend("rsd_1", NOW);
            };
        }
    }

    static Stream<Arguments> transitions() {
        return Stream.of(
                arguments(waiting(), Command.SENT, new Sent(NOW)),
                arguments(waiting(), Command.DEFER, new Pending(1)),
                arguments(waiting(), Command.GIVE_UP, new Undeliverable(Reason.REFUSED, NOW)),
                arguments(waiting(), Command.RESEND, Repetition.class),
                arguments(sent(), Command.SENT, Repetition.class),
                arguments(sent(), Command.DEFER, Contradiction.class),
                arguments(sent(), Command.GIVE_UP, Contradiction.class),
                arguments(sent(), Command.RESEND, new Pending(0)),
                arguments(givenUp(), Command.SENT, Contradiction.class),
                arguments(givenUp(), Command.DEFER, Contradiction.class),
                arguments(givenUp(), Command.GIVE_UP, Repetition.class),
                arguments(givenUp(), Command.RESEND, new Pending(0)));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void answersEachCommandInEachState(Notification before, Command command, Object expected) {
        var answer = command.to(before);

        if (answer instanceof Progress(var after)) {
            assertThat(after.status()).isEqualTo(expected);
            assertThat(after.version()).isEqualTo(before.version() + 1);
        } else {
            assertThat(answer.getClass()).isEqualTo(expected);
        }
    }

    @Test
    void isTheSameForTheSameKindAndSubject() {
        assertThat(waiting().id()).isEqualTo("ntf_order_confirmation_ord_1");
        assertThat(waiting().messageId()).isEqualTo("<ord_1.order_confirmation@nearstock>");
        assertThat(sent().messageId()).isEqualTo(waiting().messageId());
    }

    @Test
    void isAnotherMailWhenItIsSentAgainOnPurpose() {
        assertThat(again(sent(), "rsd_1").messageId()).isEqualTo("<ord_1.order_confirmation.1@nearstock>");
    }

    @Test
    void isSentAgainOncePerRequest() {
        var again = progress(again(sent(), "rsd_1").sent(NOW));

        assertThat(again.resend("rsd_1", NOW)).isInstanceOf(Repetition.class);
        assertThat(again(again, "rsd_2").resends()).isEqualTo(2);
    }

    @Test
    void waitsLongerAfterEachFailureButNeverMoreThanAMinute() {
        var waiting = waiting();
        for (var seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            waiting = progress(waiting.defer(NOW));
            assertThat(waiting.nextActionAt()).isEqualTo(NOW.plusSeconds(seconds));
        }
    }

    @Test
    void hasNothingToDoOnceItIsSettled() {
        assertThat(sent().nextActionAt()).isNull();
        assertThat(givenUp().nextActionAt()).isNull();
        assertThat(waiting().isLeasedBeyond(NOW)).isTrue();
        assertThat(waiting().isLeasedBeyond(NOW.plus(Duration.ofDays(1)))).isFalse();
    }

    private static Notification waiting() {
        return Notification.of(Kind.ORDER_CONFIRMATION, "ord_1", "acc_1", "{}", NOW, NOW.plusSeconds(90));
    }

    private static Notification sent() {
        return progress(waiting().sent(NOW));
    }

    private static Notification givenUp() {
        return progress(waiting().giveUp(Reason.NO_CONTACT, NOW));
    }

    private static Notification again(Notification notification, String request) {
        return progress(notification.resend(request, NOW));
    }

    private static Notification progress(Transition transition) {
        assertThat(transition).isInstanceOf(Progress.class);
        return ((Progress) transition).notification();
    }
}
