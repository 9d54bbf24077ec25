package io.nearstock.chassis.web;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The idempotency keys of a service, shared by its instances. A request costs two writes: it begins, it ends. */
final class IdempotencyKeys {

    /** What a finished request was answered. Public, as the driver reads it by reflection; so is the next. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** What becomes of a request with a key. */
    sealed interface Beginning {

        /** It is the first, or follows one that crashed or failed: it acts, for this resource. */
        record Acquired(String id, ResourceId resource, Instant leaseUntil) implements Beginning {}

        record Finished(Answer answer) implements Beginning {}

        record StillRunning() implements Beginning {}

        record OtherRequest() implements Beginning {}
    }

    /** The lease is null once there is an answer. */
    public record Key(
            @BsonId String id,
            String fingerprint,
            String resourceId,
            Instant at,
            @Nullable Instant leaseUntil,
            @Nullable Answer answer) {}

    private final MongoCollection<Key> keys;
    private final IdempotencySettings settings;
    private final Clock clock;

    IdempotencyKeys(MongoDatabase database, IdempotencySettings settings, Clock clock) {
        this.keys = database.getCollection("idempotency", Key.class);
        this.settings = settings;
        this.clock = clock;
        keys.createIndex(
                ascending("at"), new IndexOptions().expireAfter(settings.kept().toSeconds(), SECONDS));
    }

    Beginning begin(String id, String fingerprint, String newResourceId) {
        var now = clock.instant();
        var leaseUntil = now.plus(settings.lease());
        try {
            keys.insertOne(new Key(id, fingerprint, newResourceId, now, leaseUntil, null));
            return new Beginning.Acquired(id, new ResourceId(newResourceId, false), leaseUntil);
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
        } catch (DuplicateKeyException _) {
            // the same, as some servers say it
        }
        return again(id, fingerprint, now, leaseUntil);
    }

    private Beginning again(String id, String fingerprint, Instant now, Instant leaseUntil) {
        var key = keys.find(eq("_id", id)).first();
        if (key == null) {
            return new Beginning.StillRunning(); // its days ended between the two looks; the client's retry begins anew
        }
        if (!key.fingerprint().equals(fingerprint)) {
            return new Beginning.OtherRequest();
        }
        if (key.answer() != null) {
            return new Beginning.Finished(key.answer());
        }
        return key.leaseUntil() != null && key.leaseUntil().isAfter(now)
                ? new Beginning.StillRunning()
                : takeOver(key, leaseUntil);
    }

    private Beginning takeOver(Key key, Instant leaseUntil) {
        var unchanged = and(eq("_id", key.id()), eq("leaseUntil", key.leaseUntil()));
        var taken = keys.updateOne(unchanged, set("leaseUntil", leaseUntil)).getModifiedCount() == 1;
        return taken
                ? new Beginning.Acquired(key.id(), new ResourceId(key.resourceId(), true), leaseUntil)
                : new Beginning.StillRunning();
    }

    void finish(Beginning.Acquired key, Answer answer) {
        keys.updateOne(mine(key), combine(set("answer", answer), unset("leaseUntil")));
    }

    /** Lets the next retry act at once. */
    void release(Beginning.Acquired key) {
        keys.updateOne(mine(key), set("leaseUntil", Instant.EPOCH));
    }

    /** Somebody else's lease is left alone: it took over because ours had run out. */
    private static Bson mine(Beginning.Acquired key) {
        return and(eq("_id", key.id()), eq("leaseUntil", key.leaseUntil()));
    }

    /** For servers that do not act on the TTL index. */
    void deleteExpired() {
        keys.deleteMany(lt("at", clock.instant().minus(settings.kept())));
    }
}
