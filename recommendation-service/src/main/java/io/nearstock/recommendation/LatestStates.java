package io.nearstock.recommendation;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;

/**
 * Writes upserts that look for an id with a lower sequence. Where a higher one is stored they find nothing, try to insert
 * and meet the id: that is an old message, and no failure.
 */
final class LatestStates {

    private LatestStates() {}

    static <T> void write(MongoCollection<T> collection, List<? extends WriteModel<T>> upserts) {
        try {
            collection.bulkWrite(upserts, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException refused) {
            var onlyOld = refused.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (!onlyOld || refused.getWriteConcernError() != null) {
                throw refused;
            }
        }
    }
}
