package io.nearstock.chassis.messaging;

import com.mongodb.client.MongoCollection;

/**
 * A collection whose documents carry outbox entries, and the topic they go to. Their {@code _id}, a string, becomes the
 * messages' key. As a bean it is served by the relay.
 *
 * @param compacted the topic keeps only the last message of each key, so each message must be the whole state
 */
public record OutboxSource(MongoCollection<?> collection, String topic, boolean compacted) {

    public OutboxSource(MongoCollection<?> collection, String topic) {
        this(collection, topic, false);
    }

    /** The same for a topic of full states, which a reader can then read from its beginning for ever. */
    public OutboxSource compact() {
        return new OutboxSource(collection, topic, true);
    }

    String name() {
        return collection.getNamespace().getCollectionName();
    }
}
