package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocumentWrapper;
import org.springframework.stereotype.Repository;

/** Who was told that their goods have come, in MongoDB, each with the message about it. */
@Repository
public class SuppliedHolds {

    public static final String COLLECTION = "suppliedHolds";

    private final MongoCollection<SuppliedHold> supplied;
    private final OutboxRelay relay;
    private final Function<SuppliedHold, OutboxEntry> announcements;

    SuppliedHolds(MongoDatabase database, OutboxRelay relay, Function<SuppliedHold, OutboxEntry> announcements) {
        this.supplied = database.getCollection(COLLECTION, SuppliedHold.class);
        this.relay = relay;
        this.announcements = announcements;
    }

    /** Which of these are there already. */
    public Set<String> told(Collection<String> ids) {
        return supplied.find(in("_id", ids)).map(SuppliedHold::id).into(new HashSet<>());
    }

    /** Stores it with its message, once; the same again changes nothing. */
    public void add(SuppliedHold hold) {
        var document = combine(
                setOnInsert(BsonDocumentWrapper.asBsonDocument(hold, supplied.getCodecRegistry())),
                setOnInsert("outbox", List.of(announcements.apply(hold))));
        supplied.updateOne(eq("_id", hold.id()), document, new UpdateOptions().upsert(true));
        relay.nudge(COLLECTION, hold.id());
    }
}
