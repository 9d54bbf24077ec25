package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import io.nearstock.catalog.Redemption.Answer;
import io.nearstock.catalog.Redemption.Answer.Progress;
import io.nearstock.chassis.web.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The redemptions in MongoDB. A change is stored only upon the version that it was decided on. */
@Repository
public class Redemptions {

    private static final int ATTEMPTS = 20;

    private final MongoCollection<Redemption> redemptions;

    Redemptions(MongoDatabase database) {
        redemptions = database.getCollection("redemptions", Redemption.class);
        redemptions.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
    }

    public Optional<Redemption> find(String id) {
        return Optional.ofNullable(redemptions.find(eq("_id", id)).first());
    }

    public List<Redemption> ofIds(Collection<String> ids) {
        return redemptions.find(in("_id", ids)).into(new ArrayList<>());
    }

    /** Stores a first version, or the next one; false when somebody was faster: look at it again. */
    public boolean save(Progress progress) {
        var next = progress.redemption();
        return next.version() == 1 ? insert(next) : update(next);
    }

    /** Decides, once more whenever somebody else has changed it meanwhile. */
    public Answer change(String id, Supplier<Redemption> whenUnknown, Function<Redemption, Answer> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var answer = decision.apply(find(id).orElseGet(whenUnknown));
            if (!(answer instanceof Progress progress) || save(progress)) {
                return answer;
            }
        }
        throw new UnavailableException(Duration.ofSeconds(1));
    }

    /** Takes one that something is due for; for the length of the lease nobody else gets it. */
    public Optional<Redemption> takeDue(Instant now, Duration lease) {
        var due = redemptions.findOneAndUpdate(
                lte("nextActionAt", now),
                combine(set("nextActionAt", now.plus(lease)), inc("version", 1L)),
                new FindOneAndUpdateOptions().sort(ascending("nextActionAt")).returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(due);
    }

    private boolean insert(Redemption first) {
        try {
            redemptions.insertOne(first);
            return true;
        } catch (MongoWriteException twice) {
            if (twice.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw twice;
            }
            return false;
        }
    }

    private boolean update(Redemption next) {
        var change = combine(
                put("basket", next.basket()),
                set("status", next.status()),
                set("attempt", next.attempt()),
                set("granted", next.granted()),
                put("orderId", next.orderId()),
                set("expiresAt", next.expiresAt()),
                put("nextActionAt", next.nextActionAt()),
                set("version", next.version()));
        var unchanged = and(eq("_id", next.id()), eq("version", next.version() - 1));
        return redemptions.updateOne(unchanged, change).getModifiedCount() == 1;
    }

    private static Bson put(String field, @Nullable Object value) {
        return value == null ? unset(field) : set(field, value);
    }
}
