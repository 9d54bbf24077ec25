package io.nearstock.order;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.nearstock.chassis.web.UnknownIdException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * The checkouts in MongoDB; a day after its expiry nobody asks for one any more. None ever changes, and most become orders
 * soon, so an instance remembers the last that it stored.
 */
@Repository
public class Checkouts {

    private static final int REMEMBERED = 2000;

    private final MongoCollection<Checkout> checkouts;
    private final LinkedHashMap<String, Checkout> recent = new LinkedHashMap<>();

    Checkouts(MongoDatabase database) {
        checkouts = database.getCollection("checkouts", Checkout.class);
        checkouts.createIndex(ascending("expiresAt"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS));
    }

    public void add(Checkout checkout) {
        checkouts.insertOne(checkout);
        remember(checkout);
    }

    public Optional<Checkout> find(String customerId, String id) {
        var known = Optional.ofNullable(remembered(id)).or(() -> stored(id));
        return known.filter(checkout -> checkout.offer().customerId().equals(customerId));
    }

    /** Finds a customer's own checkout; somebody else's is as unknown as one that never was. */
    public Checkout of(String customerId, String id) {
        return find(customerId, id).orElseThrow(() -> new UnknownIdException(id));
    }

    private Optional<Checkout> stored(String id) {
        return Optional.ofNullable(checkouts.find(eq("_id", id)).first());
    }

    private @Nullable Checkout remembered(String id) {
        synchronized (recent) {
            return recent.get(id);
        }
    }

    private void remember(Checkout checkout) {
        synchronized (recent) {
            recent.put(checkout.id(), checkout);
            if (recent.size() > REMEMBERED) {
                recent.pollFirstEntry();
            }
        }
    }
}
