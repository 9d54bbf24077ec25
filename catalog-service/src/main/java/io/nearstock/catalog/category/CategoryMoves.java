package io.nearstock.catalog.category;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.ReturnDocument.AFTER;
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
import io.nearstock.chassis.web.UnknownIdException;
import java.time.Instant;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The moves in MongoDB. There is one at a time: two that cross each other would carry products to and fro. */
@Repository
class CategoryMoves {

    private static final String TURN = "turn";
    private static final String NEXT_ACTION_AT = "nextActionAt";

    private final MongoCollection<CategoryMove> moves;

    CategoryMoves(MongoDatabase database) {
        moves = database.getCollection("categoryMoves", CategoryMove.class);
        moves.createIndex(ascending(TURN), new IndexOptions().unique(true).sparse(true));
    }

    CategoryMove of(String id) {
        return find(id).orElseThrow(() -> new UnknownIdException(id));
    }

    Optional<CategoryMove> find(String id) {
        return Optional.ofNullable(moves.find(eq("_id", id)).first());
    }

    /** Stores a new move, or finds it there as a retry; false, and nothing is stored, while another is not done. */
    boolean add(CategoryMove move) {
        try {
            moves.insertOne(move);
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
            return find(move.id()).isPresent();
        }
    }

    /** Takes up the move that is not done and that nobody works on, for as long as the lease. */
    Optional<CategoryMove> takeUp(Instant now, Instant leaseUntil) {
        var waiting = and(eq(TURN, CategoryMove.TAKEN), lte(NEXT_ACTION_AT, now));
        var after = new FindOneAndUpdateOptions().returnDocument(AFTER);
        return Optional.ofNullable(moves.findOneAndUpdate(waiting, set(NEXT_ACTION_AT, leaseUntil), after));
    }

    /** Stores progress; empty when the lease has run out and somebody else has gone on. */
    Optional<CategoryMove> advance(CategoryMove move, long moved, Instant leaseUntil) {
        var after = new FindOneAndUpdateOptions().returnDocument(AFTER);
        var progress = combine(inc("moved", moved), set(NEXT_ACTION_AT, leaseUntil));
        return Optional.ofNullable(moves.findOneAndUpdate(mine(move), progress, after));
    }

    void end(CategoryMove move, Instant now) {
        moves.updateOne(mine(move), combine(set("doneAt", now), unset(TURN)));
    }

    private static Bson mine(CategoryMove move) {
        return and(eq("_id", move.id()), eq(NEXT_ACTION_AT, move.nextActionAt()), eq(TURN, CategoryMove.TAKEN));
    }
}
