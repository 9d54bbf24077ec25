package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.nearstock.chassis.web.UnknownIdException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The promotions in MongoDB. */
@Repository
public class Promotions {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Promotion> promotions;
    private final Recent<List<Promotion>> unended;

    Promotions(MongoDatabase database, CatalogSettings settings, Clock clock) {
        promotions = database.getCollection("promotions", Promotion.class);
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
        try {
            promotions.insertOne(promotion);
        } catch (MongoWriteException twice) {
            if (twice.getError().getCode() != DUPLICATE_KEY) {
                throw twice;
            }
        } finally {
            unended.forget();
        }
    }

    /** Stores the next version; false when somebody else changed the promotion first. */
    public boolean replace(Promotion next) {
        var unchanged = and(eq("_id", next.id()), eq("version", next.version() - 1));
        try {
            return promotions.replaceOne(unchanged, next).getModifiedCount() == 1;
        } finally {
            unended.forget();
        }
    }
}
