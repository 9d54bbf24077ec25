package io.nearstock.testkit.simulation;

import static com.mongodb.client.model.Filters.and;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.result.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Operations upon several documents: each is a step of its own, between which others have their turn. */
record SimulatedBulk(SimulatedCollection<?> collection) {

    @Nullable
    Object insert(List<?> all) {
        var errors = new ArrayList<BulkWriteError>();
        for (int i = 0; i < all.size(); i++) {
            Simulation.step();
            if (!collection.insert(all.get(i))) {
                errors.add(new BulkWriteError(SimulatedCollection.DUPLICATE_KEY, "duplicate", new BsonDocument(), i));
            }
        }
        Simulation.answer();
        if (!errors.isEmpty()) {
            throw new MongoBulkWriteException(written(0, 0), errors, null, SimulatedCollection.ADDRESS, Set.of());
        }
        return null;
    }

    UpdateResult update(Bson filter, Bson change) {
        var updated = 0;
        for (var document : collection.matching(collection.seen(filter, change)).toList()) {
            var only = new BsonDocument("_id", document.get("_id"));
            var both = and(only, filter);
            updated += (int) collection.updateOne(both, change, false).getModifiedCount();
        }
        return UpdateResult.acknowledged(updated, (long) updated, null);
    }

    BulkWriteResult write(List<?> writes) {
        var matched = 0;
        var modified = 0;
        for (var write : writes) {
            var update = (UpdateOneModel<?>) write;
            var result = collection.updateOne(update.getFilter(), Objects.requireNonNull(update.getUpdate()), false);
            matched += (int) result.getMatchedCount();
            modified += (int) result.getModifiedCount();
        }
        return written(matched, modified);
    }

    private static BulkWriteResult written(int matched, int modified) {
        return BulkWriteResult.acknowledged(0, matched, 0, modified, List.of(), List.of());
    }
}
