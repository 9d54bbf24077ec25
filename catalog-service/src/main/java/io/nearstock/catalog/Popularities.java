package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * What is known of how popular products are. It lies in the product beside what its versions are of: being bought is no change
 * that staff have to know of before theirs.
 */
@Repository
public class Popularities {

    /** A product as it was read, and what it is now. */
    public record Counted(Product product, Popularity now) {}

    private static final Bson DELIVERIES = eq("_id", "deliveries");

    private final MongoCollection<Product> products;
    private final MongoCollection<Document> counts;
    private final Function<Progress, OutboxEntry> announcements;
    private final OutboxRelay relay;

    Popularities(MongoDatabase database, Function<Progress, OutboxEntry> announcements, OutboxRelay relay) {
        this.products = database.getCollection(Products.COLLECTION, Product.class);
        this.counts = database.getCollection("popularity");
        this.announcements = announcements;
        this.relay = relay;
    }

    /** Every delivery that was stored until then counts for its products. */
    public Instant countedUntil() {
        var known = counts.find(DELIVERIES).first();
        return known == null ? Instant.EPOCH : known.getDate("until").toInstant();
    }

    public void countedUntil(Instant moment) {
        counts.updateOne(DELIVERIES, max("until", moment), new UpdateOptions().upsert(true));
    }

    /** False when somebody else changed or counted one of them meanwhile; the others are stored. */
    public boolean store(List<Counted> all, Instant at) {
        if (all.isEmpty()) {
            return true;
        }
        var writes = all.stream().map(counted -> write(counted, at)).toList();
        var stored = products.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        all.forEach(
                counted -> relay.nudge(Products.COLLECTION, counted.product().id()));
        return stored.getModifiedCount() == all.size();
    }

    private UpdateOneModel<Product> write(Counted counted, Instant at) {
        var product = counted.product();
        var known = product.popularity();
        var unchanged = and(
                eq("_id", product.id()),
                eq("version", product.version()),
                known == null ? eq("popularity", null) : eq("popularity.asOf", known.asOf()));
        return new UpdateOneModel<>(
                unchanged, combine(set("popularity", counted.now()), push("outbox", toldAgain(counted, at))));
    }

    /** What the product's last message said; whoever sorts by popularity looks at it again. */
    private OutboxEntry toldAgain(Counted counted, Instant at) {
        var told = announcements.apply(new Progress(counted.product(), null));
        // another message, as the first may be leaving just now
        var id = told.id() + "." + counted.now().asOf().toEpochMilli();
        return new OutboxEntry(id, told.sequence(), told.type(), at, told.traceparent(), told.payload());
    }
}
