package io.nearstock.local.database;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** What is found without an index: an aggregation reads everything, and sorts it in memory. */
record Scan(MongoCollection<Document> documents) {

    List<Document> find(Document query, Document... furtherStages) {
        var stages = new ArrayList<Document>();
        stages.add(new Document("$match", new Document("$or", List.of(query))));
        stages.addAll(List.of(furtherStages));
        return documents.aggregate(stages).into(new ArrayList<>());
    }

    List<Document> find(Document query, Document sort, int limit) {
        var sorted = new Document("$sort", sort);
        return limit > 0 ? find(query, sorted, new Document("$limit", limit)) : find(query, sorted);
    }

    static List<Object> ids(List<Document> found) {
        return found.stream().map(document -> document.get("_id")).toList();
    }
}
