package io.nearstock.local.database;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents, changes and queries that meet often: few fields, few values, all types that services index. */
record RandomDocuments(Random random) {

    private static final List<String> FIELDS =
            List.of("_id", "a", "b", "c", "s", "tags", "items.k", "items.v", "n.x", "n");
    private static final List<String> SORTABLE = List.of("a", "b", "c", "s", "n.x");

    void change(MongoCollection<Document> documents) {
        var id = random.nextInt(120);
        switch (random.nextInt(10)) {
            case 0 -> documents.deleteOne(eq(id));
            case 1 -> documents.updateMany(query(), new Document("$set", new Document("a", value())));
            case 2 -> documents.updateOne(eq(id), Document.parse("{$unset: {s: 1, tags: 1}}"));
            case 3 -> documents.updateOne(eq(id), new Document("$push", new Document("items", item())));
            case 4 -> documents.findOneAndDelete(query());
            default -> put(documents, document(id));
        }
    }

    private static void put(MongoCollection<Document> documents, Document document) {
        if (documents.replaceOne(eq(document.get("_id")), document).getMatchedCount() == 0) {
            documents.insertOne(document);
        }
    }

    private Document document(int id) {
        var document = new Document("_id", id);
        for (var field : List.of("a", "b", "c", "s")) {
            maybe(document, field, this::value);
        }
        maybe(document, "tags", () -> random.nextInt(4) == 0 ? value() : many(this::value));
        maybe(document, "items", () -> many(this::item));
        maybe(document, "n", () -> random.nextInt(5) == 0 ? value() : new Document("x", value()));
        return document;
    }

    private void maybe(Document document, String field, Supplier<@Nullable Object> value) {
        if (random.nextInt(4) > 0) {
            document.append(field, value.get());
        }
    }

    private List<@Nullable Object> many(Supplier<@Nullable Object> value) {
        return new ArrayList<>(IntStream.range(0, random.nextInt(4))
                .<@Nullable Object>mapToObj(_ -> value.get())
                .toList());
    }

    private Document item() {
        var item = new Document();
        maybe(item, "k", this::value);
        maybe(item, "v", this::value);
        return item;
    }

    private @Nullable Object value() {
        var number = random.nextInt(6);
        return switch (random.nextInt(9)) {
            case 0 -> (long) number;
            case 1 -> (double) number;
            case 2 -> number + 0.5;
            case 3 -> "v" + number;
            case 4 -> Instant.ofEpochMilli(number);
            case 5 -> number % 2 == 0;
            case 6 -> random.nextInt(3) == 0 ? null : number;
            default -> number;
        };
    }

    Document query() {
        var query = new Document();
        for (var demands = random.nextInt(4); demands > 0; demands--) {
            query.append(field(), demand());
        }
        return random.nextInt(3) > 0
                ? query
                : new Document("$and", List.of(query, new Document(field(), demand()))).append(field(), demand());
    }

    private @Nullable Object demand() {
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$in", many(this::value));
            case 1 -> new Document("$gte", value());
            case 2 -> new Document("$lt", value());
            case 3 -> new Document("$gt", value()).append("$lte", value());
            case 4 -> new Document("$exists", random.nextBoolean());
            case 5 -> new Document("$ne", value());
            default -> value();
        };
    }

    /** Ends with the id, so that one order is right; of empty arrays the library has no order. */
    Document sort() {
        var sort = new Document();
        for (var fields = random.nextInt(3); fields > 0; fields--) {
            sort.append(SORTABLE.get(random.nextInt(SORTABLE.size())), random.nextBoolean() ? 1 : -1);
        }
        return sort.append("_id", random.nextBoolean() ? 1 : -1);
    }

    private String field() {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }
}
