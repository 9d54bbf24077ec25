package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocumentWrapper;

/**
 * What was done to products before. The last change of each lies in the product itself, stored with what it changed; it is put here
 * before the next takes its place, so that none is lost and a product does not grow. Nothing here is changed or removed.
 */
final class ProductChanges {

    private final MongoCollection<ProductChange> changes;

    ProductChanges(MongoDatabase database) {
        changes = database.getCollection("productChanges", ProductChange.class);
        changes.createIndex(ascending("productId", "version"));
    }

    /** Again is harmless: a product has one change of a version. */
    void keep(Collection<ProductChange> some) {
        var writes = some.stream().map(this::insert).toList();
        if (!writes.isEmpty()) {
            changes.bulkWrite(writes);
        }
    }

    private UpdateOneModel<ProductChange> insert(ProductChange change) {
        var document = setOnInsert(BsonDocumentWrapper.asBsonDocument(change, changes.getCodecRegistry()));
        return new UpdateOneModel<>(eq("_id", change.id()), document, new UpdateOptions().upsert(true));
    }

    /** The newest first. */
    List<ProductChange> before(String productId, long version, int limit) {
        return changes.find(and(eq("productId", productId), lt("version", version)))
                .sort(descending("version"))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
