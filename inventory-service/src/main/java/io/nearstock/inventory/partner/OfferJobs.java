package io.nearstock.inventory.partner;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;

/** Uploads in MongoDB: the job, the upload in pieces that any instance can go on reading, and the errors. */
@Repository
class OfferJobs {

    /** An error under an id by which pages of errors are in order. Public, as the driver reads it by reflection. */
    public record StoredError(@BsonId String id, String job, RowError error) {}

    private static final int PIECE = 256 * 1024;

    private final MongoCollection<OfferJob> jobs;
    private final MongoCollection<Document> pieces;
    private final MongoCollection<StoredError> errors;

    OfferJobs(MongoDatabase database) {
        jobs = database.getCollection("offerJobs", OfferJob.class);
        pieces = database.getCollection("offerPieces");
        errors = database.getCollection("offerErrors", StoredError.class);
        jobs.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
        pieces.createIndex(ascending("job", "_id"));
        errors.createIndex(ascending("job", "_id"));
    }

    Optional<OfferJob> of(String supplierId, String id) {
        return Optional.ofNullable(
                jobs.find(and(eq("_id", id), eq("supplierId", supplierId))).first());
    }

    /** Stores an upload, then its job; false where it is too large, and then nothing is left of it. */
    boolean add(OfferJob job, InputStream upload, long limit) throws IOException {
        var complete = false;
        try {
            complete = store(job.id(), upload, limit);
        } finally {
            if (!complete) {
                forget(job.id());
            }
        }
        if (complete) {
            jobs.insertOne(job);
        }
        return complete;
    }

    private boolean store(String job, InputStream upload, long limit) throws IOException {
        long size = 0;
        for (int number = 0; ; number++) {
            var bytes = upload.readNBytes(PIECE);
            size += bytes.length;
            if (bytes.length == 0 || size > limit) {
                return size <= limit;
            }
            var id = "%s#%06d".formatted(job, number);
            pieces.insertOne(new Document("_id", id).append("job", job).append("bytes", new Binary(bytes)));
        }
    }

    InputStream upload(String job) {
        var streams = new ArrayList<InputStream>();
        pieces.find(eq("job", job))
                .sort(ascending("job", "_id"))
                .forEach(piece -> streams.add(new ByteArrayInputStream(
                        piece.get("bytes", Binary.class).getData())));
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    /** Takes up a job that nobody works on, for as long as the lease. */
    Optional<OfferJob> takeUp(Instant now, Instant leaseUntil) {
        var mine = combine(set("status", OfferJob.Status.RUNNING), set("nextActionAt", leaseUntil));
        var oldest =
                new FindOneAndUpdateOptions().sort(ascending("nextActionAt")).returnDocument(ReturnDocument.AFTER);
        return Optional.ofNullable(jobs.findOneAndUpdate(lte("nextActionAt", now), mine, oldest));
    }

    /** Stores progress; false when the lease has run out and somebody else has gone on. */
    boolean save(OfferJob before, OfferJob after) {
        var mine = and(eq("_id", before.id()), eq("nextActionAt", before.nextActionAt()));
        return jobs.replaceOne(mine, after).getMatchedCount() == 1;
    }

    /** Again is harmless: an error has its place. */
    void addErrors(String job, List<RowError> found) {
        if (!found.isEmpty()) {
            errors.bulkWrite(found.stream()
                    .map(error -> new StoredError("%s#%09d#%s".formatted(job, error.row(), error.field()), job, error))
                    .map(error ->
                            new ReplaceOneModel<>(eq("_id", error.id()), error, new ReplaceOptions().upsert(true)))
                    .toList());
        }
    }

    Page<RowError> errors(String job, PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        var found = errors.find(and(eq("job", job), gt("_id", after)))
                .sort(ascending("job", "_id"))
                .limit(page.limit() + 1)
                .into(new ArrayList<>());
        return Page.of(found, page, last -> Cursor.of(last.id())).map(StoredError::error);
    }

    /** The upload is no longer needed. */
    void forget(String job) {
        pieces.deleteMany(eq("job", job));
    }
}
