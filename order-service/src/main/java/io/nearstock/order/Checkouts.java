package io.nearstock.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.nearstock.chassis.web.UnknownIdException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Repository;

/** The checkouts in MongoDB; a day after its expiry nobody asks for one any more. */
@Repository
public class Checkouts {

    private final MongoCollection<Checkout> checkouts;

    Checkouts(MongoDatabase database) {
        checkouts = database.getCollection("checkouts", Checkout.class);
        checkouts.createIndex(ascending("expiresAt"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS));
    }

    public void add(Checkout checkout) {
        checkouts.insertOne(checkout);
    }

    public Optional<Checkout> find(String customerId, String id) {
        var own = and(eq("_id", id), eq("offer.customerId", customerId));
        return Optional.ofNullable(checkouts.find(own).first());
    }

    /** Finds a customer's own checkout; somebody else's is as unknown as one that never was. */
    public Checkout of(String customerId, String id) {
        return find(customerId, id).orElseThrow(() -> new UnknownIdException(id));
    }
}
