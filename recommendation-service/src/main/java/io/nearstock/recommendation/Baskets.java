package io.nearstock.recommendation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocumentWrapper;
import org.springframework.stereotype.Repository;

/**
 * The baskets in MongoDB, one per order. Whatever is counted is counted from them, so an order that is told twice, or
 * half-way through a crash, counts once.
 */
@Repository
public class Baskets {

    private final MongoCollection<Basket> baskets;

    Baskets(MongoDatabase database) {
        baskets = database.getCollection("baskets", Basket.class);
        baskets.createIndex(ascending("learnedAt"));
    }

    /** Adds those that are new, in one write. */
    public void add(List<Basket> bought) {
        var upsert = new UpdateOptions().upsert(true);
        var additions = bought.stream()
                .map(basket -> {
                    var document = BsonDocumentWrapper.asBsonDocument(basket, baskets.getCodecRegistry());
                    document.remove("_id");
                    return new UpdateOneModel<Basket>(eq("_id", basket.id()), setOnInsert(document), upsert);
                })
                .toList();
        baskets.bulkWrite(additions, new BulkWriteOptions().ordered(false));
    }

    public List<Basket> learnedSince(Instant time) {
        return baskets.find(gte("learnedAt", time)).sort(ascending("learnedAt")).into(new ArrayList<>());
    }

    public List<Basket> latest(int count) {
        return baskets.find().sort(descending("learnedAt")).limit(count).into(new ArrayList<>());
    }
}
