package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.bson.BsonDocumentWrapper;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The latest outlook of each product; one that is stored is told. */
@Repository
public class DemandOutlooks {

    public static final String COLLECTION = "demandOutlooks";

    private static final int OUTLOOKS_A_COMMAND = 25;

    private final MongoCollection<DemandOutlook> outlooks;
    private final OutboxRelay relay;
    private final Function<DemandOutlook, OutboxEntry> announcement;

    DemandOutlooks(MongoDatabase database, OutboxRelay relay, Function<DemandOutlook, OutboxEntry> announcement) {
        this.outlooks = database.getCollection(COLLECTION, DemandOutlook.class);
        this.relay = relay;
        this.announcement = announcement;
    }

    /** Stores and tells what is news; what somebody else tells at the same time is told once. */
    public void tell(List<DemandOutlook> made) {
        made.stream().gather(Gatherers.windowFixed(OUTLOOKS_A_COMMAND)).forEach(this::tellSome);
    }

    private void tellSome(List<DemandOutlook> made) {
        var known = known(made.stream().map(DemandOutlook::sku).toList());
        var writes = made.stream()
                .flatMap(outlook -> write(outlook, known.get(outlook.sku())))
                .toList();
        if (!writes.isEmpty()) {
            outlooks.bulkWrite(writes);
            made.forEach(outlook -> relay.nudge(COLLECTION, outlook.sku()));
        }
    }

    private Map<String, DemandOutlook> known(List<String> skus) {
        var known = new HashMap<String, DemandOutlook>();
        outlooks.find(in("_id", skus)).forEach(outlook -> known.put(outlook.sku(), outlook));
        return known;
    }

    private Stream<UpdateOneModel<DemandOutlook>> write(DemandOutlook next, @Nullable DemandOutlook told) {
        if (told == null) {
            return Stream.of(first(next));
        }
        return next.repeats(told) ? Stream.empty() : Stream.of(replacing(told, next.after(told)));
    }

    private UpdateOneModel<DemandOutlook> first(DemandOutlook outlook) {
        var document = BsonDocumentWrapper.asBsonDocument(outlook, outlooks.getCodecRegistry());
        var change = combine(setOnInsert(document), setOnInsert("outbox", List.of(announcement.apply(outlook))));
        return new UpdateOneModel<>(eq("_id", outlook.sku()), change, new UpdateOptions().upsert(true));
    }

    private UpdateOneModel<DemandOutlook> replacing(DemandOutlook told, DemandOutlook next) {
        var document = BsonDocumentWrapper.asBsonDocument(next, outlooks.getCodecRegistry());
        document.remove("_id");
        var changes = new ArrayList<Bson>();
        document.forEach((name, value) -> changes.add(set(name, value)));
        if (next.unitCost() == null) {
            changes.add(unset("unitCost"));
        }
        changes.add(push("outbox", announcement.apply(next)));
        return new UpdateOneModel<>(and(eq("_id", told.sku()), eq("version", told.version())), combine(changes));
    }
}
