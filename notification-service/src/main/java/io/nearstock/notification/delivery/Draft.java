package io.nearstock.notification.delivery;

import io.nearstock.notification.NotificationStatus.Reason;

/** What came of writing a mail. */
sealed interface Draft {

    record Ready(Mail mail) implements Draft {}

    /** There is nobody to write to, or nothing to say any more. */
    record Pointless(Reason reason) implements Draft {}

    /** Something that the mail needs is not known now. */
    record Later() implements Draft {}
}
