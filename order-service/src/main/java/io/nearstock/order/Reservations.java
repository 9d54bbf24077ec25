package io.nearstock.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.ReturnDocument.AFTER;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The orders that are being placed; nobody outside sees them. They share the orders' collection. */
@Repository
public class Reservations {

    static final String RESERVING = "reserving";
    static final String ABANDONED = "abandoned";

    private final MongoCollection<Reservation> reservations;

    Reservations(MongoDatabase database) {
        reservations = database.getCollection(Orders.COLLECTION, Reservation.class);
    }

    /** Notes that an order is being placed; false when its id is in use. */
    public boolean add(Reservation reservation, Instant patience) {
        var document = combine(
                setOnInsert("holdId", reservation.holdId()),
                setOnInsert("checkoutId", reservation.checkoutId()),
                setOnInsert("redeems", reservation.redeems()),
                setOnInsert("version", reservation.version()),
                setOnInsert("status.name", RESERVING),
                setOnInsert("nextActionAt", patience));
        var added = reservations.updateOne(eq("_id", reservation.id()), document, new UpdateOptions().upsert(true));
        return added.getUpsertedId() != null;
    }

    public boolean has(String id) {
        return reservations
                        .find(and(eq("_id", id), eq("status.name", RESERVING)))
                        .first()
                != null;
    }

    /** Goes on where a crashed attempt to place this order left off; whoever took part in that one has lost. */
    public Optional<Reservation> takeOver(String id, Instant patience) {
        return advance(and(eq("_id", id), eq("status.name", RESERVING)), RESERVING, patience);
    }

    /** Notes that uses of promotions are about to be claimed; false when the order is somebody else's by now. */
    public boolean redeem(Reservation reservation) {
        var own = and(eq("_id", reservation.id()), eq("version", reservation.version()), eq("status.name", RESERVING));
        return reservations.updateOne(own, set("redeems", true)).getMatchedCount() == 1;
    }

    /** From here on the order cannot be placed: what was claimed for it may be given back. */
    public Optional<Reservation> abandon(String id, Instant until) {
        var waiting = in("status.name", RESERVING, ABANDONED);
        return advance(and(eq("_id", id), waiting), ABANDONED, until);
    }

    /** The same by whoever is placing it; empty when somebody else is by now. */
    public Optional<Reservation> abandon(Reservation own, Instant until) {
        var unchanged = and(eq("_id", own.id()), eq("version", own.version()), eq("status.name", RESERVING));
        return advance(unchanged, ABANDONED, until);
    }

    /** Nothing is claimed any more. */
    public void remove(Reservation reservation) {
        reservations.deleteOne(and(eq("_id", reservation.id()), eq("version", reservation.version())));
    }

    private Optional<Reservation> advance(Bson waiting, String status, Instant until) {
        var change = combine(set("status.name", status), set("nextActionAt", until), inc("version", 1L));
        var options = new FindOneAndUpdateOptions().returnDocument(AFTER);
        return Optional.ofNullable(reservations.findOneAndUpdate(waiting, change, options));
    }
}
