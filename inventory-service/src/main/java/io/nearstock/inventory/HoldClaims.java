package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.HoldStatus.Held;
import io.nearstock.inventory.Transition.Repetition;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/** Holds become those of an order by one command; nearly every order is such a one. */
@Repository
public class HoldClaims {

    private static final FindOneAndUpdateOptions RETURN_AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Hold> stored;
    private final Holds holds;

    HoldClaims(MongoDatabase database, Holds holds) {
        this.stored = database.getCollection("holds", Hold.class);
        this.holds = holds;
    }

    /** As {@link Hold#claim} says; what it is to become is stored already where it was held and had not run out. */
    public Transition claim(String id, String orderId, Instant now) {
        var isHeld = and(eq("_id", id), eq("status.name", new Held().name()), gt("expiresAt", now));
        var claim = combine(set("status", new Claimed(orderId)), unset("nextActionAt"), inc("version", 1L));
        var claimed = stored.findOneAndUpdate(isHeld, claim, RETURN_AFTER);
        return claimed == null ? holds.change(id, hold -> hold.claim(orderId, now)) : new Repetition(claimed);
    }
}
