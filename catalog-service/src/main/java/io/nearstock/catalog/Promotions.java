package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.UnknownIdException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocumentWrapper;
import org.springframework.stereotype.Repository;

/** The promotions in MongoDB, each with what is to be announced of it. */
@Repository
public class Promotions {

    static final String COLLECTION = "promotions";

    private final MongoCollection<Promotion> promotions;
    private final Function<Promotion, OutboxEntry> announcements;
    private final OutboxRelay relay;
    private final Recent<List<Promotion>> unended;

    Promotions(
            MongoDatabase database,
            Function<Promotion, OutboxEntry> announcements,
            OutboxRelay relay,
            CatalogSettings settings,
            Clock clock) {
        promotions = database.getCollection(COLLECTION, Promotion.class);
        this.announcements = announcements;
        this.relay = relay;
        promotions.createIndex(ascending("terms.endsAt"));
        unended = new Recent<>(_ -> unended(clock.instant()), settings.remembered(), clock);
    }

    public Promotion of(String id) {
        return Optional.ofNullable(promotions.find(eq("_id", id)).first())
                .orElseThrow(() -> new UnknownIdException(id));
    }

    /** Those that have begun and not ended, in the order in which they apply. */
    public List<Promotion> running(Instant now) {
        return unended.get().stream()
                .filter(promotion -> promotion.terms().runs(now))
                .sorted(Promotion.ORDER)
                .toList();
    }

    private List<Promotion> unended(Instant now) {
        return promotions.find(gt("terms.endsAt", now)).into(new ArrayList<>());
    }

    /** The newest first, from behind this id on. */
    public List<Promotion> list(Optional<String> after, int limit) {
        var behind = after.map(id -> Filters.lt("_id", id)).orElseGet(Filters::empty);
        return promotions.find(behind).sort(descending("_id")).limit(limit).into(new ArrayList<>());
    }

    /** Stores a new promotion; nothing when a retry finds it there. */
    public void add(Promotion promotion) {
        var document = combine(
                setOnInsert(BsonDocumentWrapper.asBsonDocument(promotion, promotions.getCodecRegistry())),
                setOnInsert("outbox", List.of(announcements.apply(promotion))));
        try {
            promotions.updateOne(eq("_id", promotion.id()), document, new UpdateOptions().upsert(true));
        } finally {
            unended.forget();
        }
        relay.nudge(COLLECTION, promotion.id());
    }

    /** Stores the next version; false when somebody else changed the promotion first. */
    public boolean replace(Promotion next) {
        var unchanged = and(eq("_id", next.id()), eq("version", next.version() - 1));
        var change = combine(
                set("terms", next.terms()),
                set("changedAt", next.changedAt()),
                set("version", next.version()),
                push("outbox", announcements.apply(next)));
        try {
            return promotions.updateOne(unchanged, change).getModifiedCount() == 1;
        } finally {
            unended.forget();
            relay.nudge(COLLECTION, next.id());
        }
    }
}
