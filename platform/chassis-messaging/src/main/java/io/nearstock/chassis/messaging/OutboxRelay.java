package io.nearstock.chassis.messaging;

/** Sends what waits in the outboxes: soon after a nudge, and by a sweep what a crash left behind. */
public final class OutboxRelay {

    OutboxRelay() {}

    /** A relay that sends nothing, for a test without a broker. */
    public static OutboxRelay asleep() {
        return new OutboxRelay();
    }

    /** Says that a document has just been given an entry. Never blocks and never fails. */
    public void nudge(String collectionName, String documentId) {}
}
