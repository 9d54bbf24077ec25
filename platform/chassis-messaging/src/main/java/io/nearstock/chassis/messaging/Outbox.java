package io.nearstock.chassis.messaging;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.pull;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What waits in one collection. Touches no field but {@code outbox}. */
final class Outbox {

    /** A document's waiting entries, the oldest first. */
    record Waiting(@BsonId String id, List<OutboxEntry> entries) {}

    /** A document that has something waiting, and since when. */
    record Found(String id, Instant since) {}

    /** As stored; public, like the next two, because the driver makes them. */
    public record Carrier(@BsonId String id, @Nullable List<OutboxEntry> outbox) {}

    public record Times(@BsonId String id, @Nullable List<Time> outbox) {}

    public record Time(@Nullable Instant occurredAt) {}

    /** Everything that has an entry; a range, because that is what a sparse index answers on every engine. */
    private static final Bson ANYTHING = gt("outbox.id", "");

    private final MongoCollection<?> documents;

    Outbox(MongoCollection<?> documents) {
        this.documents = documents.withCodecRegistry(MongoClientSettings.getDefaultCodecRegistry());
    }

    void createIndex() {
        documents.createIndex(ascending("outbox.id"), new IndexOptions().sparse(true));
    }

    List<Waiting> of(Collection<String> ids) {
        var waiting = new ArrayList<Waiting>();
        documents
                .withDocumentClass(Carrier.class)
                .find(in("_id", ids))
                .projection(include("outbox"))
                .forEach(document -> {
                    if (document.outbox() != null && !document.outbox().isEmpty()) {
                        waiting.add(new Waiting(document.id(), inOrder(document.outbox())));
                    }
                });
        return waiting;
    }

    /** Hands over all that waits, some documents at a time. */
    void sweep(int size, Consumer<List<Found>> batches) {
        var found = new ArrayList<Found>();
        for (var document : documents
                .withDocumentClass(Times.class)
                .find(ANYTHING)
                .projection(include("outbox.occurredAt"))
                .batchSize(size)) {
            found.add(new Found(document.id(), since(document)));
            if (found.size() == size) {
                batches.accept(List.copyOf(found));
                found.clear();
            }
        }
        if (!found.isEmpty()) {
            batches.accept(found);
        }
    }

    void remove(Map<String, List<String>> entriesOfDocument) {
        var pulls = new ArrayList<WriteModel<Object>>();
        entriesOfDocument.forEach((id, entries) ->
                pulls.add(new UpdateOneModel<>(eq("_id", id), pull("outbox", in("id", entries)))));
        if (!pulls.isEmpty()) {
            documents.withDocumentClass(Object.class).bulkWrite(pulls, new BulkWriteOptions().ordered(false));
        }
    }

    long count() {
        return documents.countDocuments(ANYTHING);
    }

    private static List<OutboxEntry> inOrder(List<OutboxEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingLong(OutboxEntry::sequence))
                .toList();
    }

    private static Instant since(Times document) {
        return document.outbox() == null
                ? Instant.EPOCH
                : document.outbox().stream()
                        .map(time -> time.occurredAt() == null ? Instant.EPOCH : time.occurredAt())
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
    }
}
