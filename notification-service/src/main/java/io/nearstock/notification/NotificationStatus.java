package io.nearstock.notification;

import java.time.Instant;

/** How far a notification has come, with what is known only there. */
public sealed interface NotificationStatus {

    /**
     * It waits for its next attempt.
     *
     * @param attempts how many have failed
     */
    record Pending(int attempts) implements NotificationStatus {}

    /** The mail server has taken it. */
    record Sent(Instant at) implements NotificationStatus {}

    /** No attempt can succeed. */
    record Undeliverable(Reason reason, Instant at) implements NotificationStatus {}

    enum Reason {
        /** The account is unknown or erased. */
        NO_CONTACT("no_contact"),
        /** The request that the mail would have answered is used up or too old. */
        EXPIRED("expired"),
        /** The mail server refuses the recipient or the mail for good. */
        REFUSED("refused");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** The name that the API and the store share; it outlives a renamed class. */
    default String name() {
        return switch (this) {
            case Pending _ -> "pending";
            case Sent _ -> "sent";
            case Undeliverable _ -> "undeliverable";
        };
    }
}
