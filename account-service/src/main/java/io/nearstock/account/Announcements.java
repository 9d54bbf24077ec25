package io.nearstock.account;

import io.nearstock.chassis.messaging.OutboxEntry;
import java.util.List;

/** Puts events into the words that other services know. */
@FunctionalInterface
public interface Announcements {

    /**
     * The entries for an aggregate's next events.
     *
     * @param aggregateId the document that carries the entries
     * @param before how many messages the aggregate has caused until now
     */
    List<OutboxEntry> of(String aggregateId, long before, List<? extends AccountEvent> events);
}
