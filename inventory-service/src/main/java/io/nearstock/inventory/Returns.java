package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocumentWrapper;
import org.springframework.stereotype.Repository;

/** What came back, in MongoDB, each with the message about it; the stock that it became is in the ledger. */
@Repository
public class Returns {

    public static final String COLLECTION = "returns";

    private final MongoCollection<ReturnedGoods> returns;
    private final OutboxRelay relay;
    private final Function<ReturnedGoods, OutboxEntry> announcements;

    Returns(MongoDatabase database, OutboxRelay relay, Function<ReturnedGoods, OutboxEntry> announcements) {
        this.returns = database.getCollection(COLLECTION, ReturnedGoods.class);
        this.relay = relay;
        this.announcements = announcements;
    }

    public Optional<ReturnedGoods> find(String id) {
        return Optional.ofNullable(returns.find(eq("_id", id)).first());
    }

    /** Stores it with its message, once; the same again changes nothing. Answers what is stored: that counts. */
    public ReturnedGoods add(ReturnedGoods back) {
        var document = combine(
                setOnInsert(BsonDocumentWrapper.asBsonDocument(back, returns.getCodecRegistry())),
                setOnInsert("outbox", List.of(announcements.apply(back))));
        returns.updateOne(eq("_id", back.id()), document, new UpdateOptions().upsert(true));
        relay.nudge(COLLECTION, back.id());
        return find(back.id()).orElseThrow();
    }
}
